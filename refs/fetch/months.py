"""The names of the months in the languages whose pages are cited, and their numbers."""

from refs.text import fold

_NAMES = """
january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari ianuarie stycznia ledna leden tammikuuta ocak января січня ιανουαριου
february feb februar fevrier fevr febrero febbraio fevereiro fev februari lutego unora unor helmikuuta subat февраля лютого φεβρουαριου
march mar marz maerz mrz mars marzo marco maart mrt marca brezna brezen marts maaliskuuta marcius mart марта березня μαρτιου
april apr avril avr abril abr aprile april kwietnia dubna duben huhtikuuta aprilis nisan апреля квітня απριλιου
may mai mayo maggio mag maio mei maja kvetna kveten maj majus toukokuuta mayıs мая травня μαιου
june jun juni juin junio giugno giu junho czerwca cervna cerven kesakuuta junius haziran июня червня ιουνιου
july jul juli juillet juil julio luglio lug julho lipca cervence cervenec heinakuuta julius temmuz июля липня ιουλιου
august aug aout agosto ago augustus sierpnia srpna srpen elokuuta augusti augusztus agustos августа серпня αυγουστου
september sep sept septembre septiembre set settembre setembro wrzesnia zari syyskuuta szeptember eylul сентября вересня σεπτεμβριου
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika rijna rijen lokakuuta ekim октября жовтня οκτωβριου
november nov novembre noviembre novembro listopada listopad marraskuuta kasım ноября листопада νοεμβριου
december dec dezember dez decembre diciembre dic dicembre dezembro grudnia prosince prosinec joulukuuta desember aralık декабря грудня δεκεμβριου
"""
_NUMBERS = {
    name: number for number, line in enumerate(_NAMES.strip().splitlines(), 1) for name in line.split()
}


def month_number(month: object) -> int | None:
    """1 to 12 for ``Jan``, ``März``, ``01``; None otherwise."""
    text = str(month or "").strip().strip(".").lower()
    number = int(text) if text.isdigit() and len(text) <= 2 else _NUMBERS.get(fold(text), 0)
    return number if 1 <= number <= 12 else None
