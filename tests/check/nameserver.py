"""A name server on loopback that answers from a table, slowly where it is asked to."""

import socket
import struct
import threading
import time


class NameServer:
    """`names` gives addresses of a name, a response code (3 no such name, 2 failure), or None for silence.

    A name that is not in the table has the address `default`, when there is one.
    """

    def __init__(self, names, default=None, delay=0.0):
        self.names, self.default, self.delay = names, default, delay
        self.asked = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        self._socket.close()

    def _serve(self):
        while True:
            try:
                data, place = self._socket.recvfrom(4096)
            except OSError:
                return
            if self.delay:
                threading.Timer(self.delay, self._answer, (data, place)).start()
            else:
                self._answer(data, place)

    def _answer(self, data, place):
        name, kind, end = _read_question(data)
        self.asked.append((time.monotonic(), name))
        found = self.names.get(name, self.default if self.default is not None else 3)
        if found is None:
            return
        if kind == 2 and not isinstance(found, int):
            found = [each.removeprefix("NS ") for each in found if each.startswith("NS ")] or 3
        elif not isinstance(found, int):
            found = [each for each in found if not each.startswith("NS ")]
        code = found if isinstance(found, int) else 0
        wanted = (
            []
            if code
            else [each for each in found if kind == 2 or (kind in {1, 28} and (":" in each) == (kind == 28))]
        )
        answers = b"".join(_record(kind, each) for each in wanted)
        head = data[:2] + struct.pack(">HHHHH", 0x8180 | code, 1, len(wanted), 0, 0)
        try:
            self._socket.sendto(head + data[12:end] + answers, place)
        except OSError:
            return


def _read_question(data):
    labels, place = [], 12
    while size := data[place]:
        labels.append(data[place + 1 : place + 1 + size].decode())
        place += size + 1
    kind = struct.unpack(">H", data[place + 1 : place + 3])[0]
    return ".".join(labels).lower(), kind, place + 5


def _record(kind, address):
    if kind == 2:
        labels = b"".join(bytes([len(part)]) + part.encode() for part in address.split("."))
        return b"\xc0\x0c" + struct.pack(">HHIH", 2, 1, 60, len(labels) + 1) + labels + b"\0"
    packed = socket.inet_pton(socket.AF_INET6 if ":" in address else socket.AF_INET, address)
    return b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 60, len(packed)) + packed
