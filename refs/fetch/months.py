"""The names of the months in the languages whose pages are cited, and their numbers."""

from refs.text import fold

_NAMES = """
january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari ianuarie stycznia ledna leden tammikuuta ocak января січня ιανουαριου gener januara ינואר בינואר يناير януари
february feb februar fevrier fevr febrero febbraio fevereiro fev februari lutego unora unor helmikuuta subat февраля лютого φεβρουαριου febrer februarie februara פברואר בפברואר فبراير شباط февруари
march mar marz maerz mrz mars marzo marco maart mrt marca brezna brezen marts maaliskuuta marcius mart марта березня μαρτιου martie maret mac מרץ במרץ مارس آذار март
april apr avril avr abril abr aprile april kwietnia dubna duben huhtikuuta aprilis nisan апреля квітня απριλιου aprilie aprila אפריל באפריל أبريل ابريل نيسان април
may mai mayo maggio mag maio mei maja kvetna kveten maj majus toukokuuta mayıs мая травня μαιου maig מאי במאי مايو أيار май
june jun juni juin junio giugno giu junho czerwca cervna cerven kesakuuta junius haziran июня червня ιουνιου juny iunie juna יוני ביוני يونيو حزيران юни
july jul juli juillet juil julio luglio lug julho lipca cervence cervenec heinakuuta julius temmuz июля липня ιουλιου juliol iulie jula יולי ביולי يوليو تموز юли
august aug aout agosto ago augustus sierpnia srpna srpen elokuuta augusti augusztus agustos августа серпня αυγουστου agost agustus augusta ogos אוגוסט באוגוסט أغسطس آب август
september sep sept septembre septiembre set settembre setembro wrzesnia zari syyskuuta szeptember eylul сентября вересня σεπτεμβριου septembrie septembra setembre ספטמבר בספטמבר سبتمبر أيلول септември
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika rijna rijen lokakuuta ekim октября жовтня οκτωβριου octombrie oktobra אוקטובר באוקטובר أكتوبر октомври
november nov novembre noviembre novembro listopada listopad marraskuuta kasım ноября листопада νοεμβριου noiembrie novembra נובמבר בנובמבר نوفمبر ноември
december dec dezember dez decembre diciembre dic dicembre dezembro grudnia prosince prosinec joulukuuta desember aralık декабря грудня δεκεμβριου decembrie decembra desembre disember דצמבר בדצמבר ديسمبر декември
"""
_NUMBERS = {
    fold(name): number for number, line in enumerate(_NAMES.strip().splitlines(), 1) for name in line.split()
}


def month_number(month: object) -> int | None:
    """1 to 12 for ``Jan``, ``März``, ``01``; None otherwise."""
    text = str(month or "").strip().strip(".").lower()
    number = int(text) if text.isdecimal() and len(text) <= 2 else _NUMBERS.get(fold(text), 0)
    return number if 1 <= number <= 12 else None
