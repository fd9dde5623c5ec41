"""For each check at least one fault that it must report: proof that no check is blind."""

from __future__ import annotations

from typing import Final, NamedTuple


class Mutation(NamedTuple):
    """A small change of an open page.

    Attributes:
        check: id of the check that must report it.
        change: JavaScript that runs in the page, `main` is at hand.
        page: where.
        width: of the window.
    """

    check: str
    change: str
    page: str = "/service/koordinierungsstelle/"
    width: int = 1280


_ADD: Final = "main.insertAdjacentHTML('beforeend', `{}`);"


def _adds(check: str, html: str) -> Mutation:
    return Mutation(check, _ADD.format(html))


_TABLE: Final = "/service/schulen/"
_TEXT: Final = "/auftrag/was-schulsozialarbeit-ist/"

MUTATIONS: Final = (
    _adds("T1", "<h1>Noch eine</h1>"),
    _adds("T1", "<h2>Gut</h2><h4>Ebene übersprungen</h4>"),
    _adds("T1", "<h2> </h2>"),
    Mutation("T2", "document.documentElement.lang = 'en';"),
    _adds("T2", "<p>Türkçe danışma</p>"),
    _adds("T2", "<p>Інформація</p>"),
    _adds("T2", '<a href="#inhalt" title="Permanent link">x</a>'),
    Mutation("T3", "document.title = 'Redirecting';"),
    Mutation("T3", "document.title = document.title.replace(/Entwurf|Fassung.*/, 'Stand');"),
    Mutation("T4", "document.querySelector('body > footer').remove();"),
    Mutation("T4", "document.querySelector('nav').removeAttribute('aria-label');"),
    Mutation("T4", "document.body.insertAdjacentHTML('beforeend', '<p>Außerhalb</p>');"),
    Mutation("T4", "const n = document.querySelector('nav').cloneNode(true); main.append(n);"),
    Mutation("T5", "document.querySelector('.sprung').remove();"),
    Mutation("T5", "document.querySelector('.sprung').href = '#nirgends';"),
    _adds("T6", '<p id="inhalt">doppelt</p>'),
    _adds("T6", '<input aria-labelledby="fehlt">'),
    _adds("T6", '<a href="#fehlt">Anker</a>'),
    Mutation("T7", "document.querySelector('caption').remove();", _TABLE),
    Mutation("T7", "document.querySelector('thead th').removeAttribute('scope');", _TABLE),
    Mutation("T7", "document.querySelector('tbody th').outerHTML = '<td>kein Kopf</td>';", _TABLE),
    Mutation("T7", "document.querySelector('thead th').textContent = '';", _TABLE),
    _adds("T7", "<ul></ul>"),
    _adds("T8", "<img src='../../assets/favicon.svg'>"),
    _adds("T8", "<img src='../../assets/favicon.svg' alt='bild-01.jpg'>"),
    _adds("T8", "<svg width='9' height='9'><rect width='9' height='9'/></svg>"),
    _adds("T9", "<p><a href='/a/'>hier</a></p>"),
    _adds("T9", "<p><a href='https://example.org/'>https://example.org/</a></p>"),
    _adds("T9", "<p><a href='/a/'>Plan</a> <a href='/b/'>Plan</a></p>"),
    _adds("T9", "<p><a href='/a/' target='_blank'>Plan der Schulen</a></p>"),
    _adds("T10", "<p title='Nur beim Überfahren zu sehen'>Text</p>"),
    _adds("T11", "<abbr>ASD</abbr>"),
    _adds("T11", "<abbr title='ASD'>ASD</abbr>"),
    _adds("T12", "<p><a href='/plan.pdf'>Der Plan</a></p>"),
    _adds("T12", "<p><a href='/plan.pdf'>Der Plan</a> (2 MB)</p>"),
    _adds("T13", "<img src='../../assets/favicon.svg'>"),
    _adds("T13", "<p class='m'>blass</p>")._replace(
        change=_ADD.format("<p class='m'>blass</p>")
        + "document.querySelector('.m').style.color = '#bbb';"
        + "document.querySelector('.m').style.background = '#fff';"
    ),
    _adds("T13", "<button></button>"),
    _adds("T14", "<div><h5>Ebene</h5></div>"),
    Mutation(
        "T15",
        _ADD.format("<p class='m'>Text auf Verlauf</p>")
        + "document.querySelector('.m').style.background = 'linear-gradient(red, blue)';",
    ),
    _adds("T16", "<img src='../../assets/favicon.svg'>"),
    Mutation("T16", "document.querySelector('form button').remove();"),
    Mutation(
        "T18",
        "const s = new CSSStyleSheet(); s.replaceSync('* { outline: none !important }');"
        "document.adoptedStyleSheets = [s];",
    ),
    Mutation(
        "T18",
        _ADD.format("<p><a class='m' href='/a/'>weit draußen</a></p>")
        + "Object.assign(document.querySelector('.m').style,"
        + "{position: 'fixed', insetInlineStart: '-400px'});",
    ),
    Mutation(
        "T18",
        "document.querySelector('body > footer').insertAdjacentHTML('afterbegin',"
        '\'<a href="/a/" tabindex="3">drängt vor</a>\');',
    ),
    Mutation(
        "T18",
        "document.body.insertAdjacentHTML('beforeend', '<div class=\"m\"></div>');"
        "Object.assign(document.querySelector('.m').style,"
        "{position: 'fixed', inset: 0, background: 'white', zIndex: 99});",
    ),
    Mutation(
        "T19",
        "addEventListener('keydown', (e) => { if (e.key !== 'Tab') return; e.preventDefault();"
        "[...document.querySelectorAll('body > footer a')].at(-1).focus(); });",
    ),
    Mutation(
        "T19",
        "document.querySelector('body > header').insertAdjacentHTML('beforeend',"
        "'<p>' + '<a href=\"/a/\">Eintrag</a> '.repeat(20) + '</p>');",
    ),
    Mutation(
        "T20",
        "document.addEventListener('keydown', (e) => e.stopImmediatePropagation(), true);"
        "addEventListener('keydown', (e) => e.stopImmediatePropagation(), true);",
        width=320,
    ),
    Mutation(
        "T20",
        "const b = document.querySelector('[data-menue-knopf]');"
        "b.addEventListener('click', (e) => e.stopImmediatePropagation(), true);",
        width=320,
    ),
    Mutation("T20", "document.querySelector('nav.navigation').style.display = 'none';"),
    Mutation(
        "T21",
        "document.querySelector('header').insertAdjacentHTML('beforeend',"
        '\'<nav class="fassungen" aria-label="F"><div><span>Alle Fassungen</span>'
        '<a href="/a/">A</a></div></nav>\');',
    ),
    Mutation(
        "T21",
        "document.querySelector('header').insertAdjacentHTML('beforeend',"
        '\'<nav class="fassungen" aria-label="F"><details><summary>Alle Fassungen</summary>'
        '<a href="/a/">A</a><a href="/b/">B</a></details></nav>\');',
    ),
    Mutation(
        "T22",
        "document.querySelector('dialog').addEventListener('cancel', (e) => e.preventDefault());",
    ),
    Mutation("T22", "document.querySelector('[data-suche-oeffnen]').outerHTML = '<p>Suche</p>';"),
    Mutation(
        "T23",
        "const f = document.querySelector('body > footer a');"
        "f.addEventListener('keydown', (e) => e.key === 'Tab' && e.preventDefault());",
    ),
    Mutation(
        "T24",
        "document.querySelectorAll('summary').forEach((s) =>"
        " s.addEventListener('click', (e) => e.preventDefault()));",
    ),
    Mutation(
        "T25",
        _ADD.format("<p class='m'>lesbar, aber unter dem eigenen Ziel</p>")
        + "Object.assign(document.querySelector('.m').style,"
        + "{color: '#6b6b6b', background: '#fff'});",
    ),
    Mutation(
        "T25",
        _ADD.format("<button class='m' type='button'>Knopf</button>")
        + "Object.assign(document.querySelector('.m').style,"
        + "{background: 'none', border: '1px solid #eee'});",
    ),
    _adds(
        "T25",
        "<svg aria-hidden='true' width='90' height='30'><rect width='90' height='30' fill='#ddd'/>"
        "<text x='5' y='20' fill='#fff'>weiß</text></svg>",
    ),
    Mutation(
        "T26",
        _ADD.format("<div class='m'>breit</div>")
        + "document.querySelector('.m').style.inlineSize = '3000px';",
        width=320,
    ),
    Mutation(
        "T27",
        _ADD.format("<p class='m'>abgeschnitten, sobald die Schrift größer wird</p>")
        + "Object.assign(document.querySelector('.m').style,"
        + "{blockSize: '28px', overflow: 'hidden', maxInlineSize: '500px'});",
    ),
    Mutation(
        "T27",
        "const s = new CSSStyleSheet(); s.replaceSync('* { font-size: 16px !important }');"
        "document.adoptedStyleSheets = [s];",
    ),
    Mutation(
        "T28",
        _ADD.format("<p><span class='m'>eine Zeile, die genau passt</span></p>")
        + "const m = document.querySelector('.m'); m.style.display = 'inline-block';"
        + "const w = m.getBoundingClientRect().width; Object.assign(m.style,"
        + "{inlineSize: `${w + 1}px`, overflow: 'hidden', whiteSpace: 'nowrap'});",
    ),
    Mutation(
        "T29",
        _ADD.format("<button class='m' type='button'>Knopf</button>")
        + "Object.assign(document.querySelector('.m').style, {border: '0'});",
    ),
    Mutation("T30", "main.style.transition = 'opacity 1s';"),
    Mutation("T31", "document.querySelector('.druckkopf').remove();"),
    Mutation(
        "T31",
        _ADD.format("<button class='m' type='button'>Knopf</button>"),
    ),
    Mutation(
        "T31",
        _ADD.format("<p class='m'>hell</p>") + "document.querySelector('.m').style.color = '#aaa';",
    ),
    Mutation("T31", "document.querySelector('th').style.minInlineSize = '900px';", _TABLE),
    _adds("T32", "<p>Nur mit Skript</p>"),
    _adds("T32", "<p><a href='/nur-mit-skript/'></a></p>"),
    Mutation("T33", "main.querySelector('p').hidden = true;"),
    Mutation(
        "T33",
        "Object.assign(document.querySelector('body > footer').style,"
        "{position: 'absolute', insetBlockStart: '0'});",
    ),
    Mutation("T34", "main.querySelector('p').style.fontFamily = 'Eigene';"),
    Mutation("T35", "document.querySelector('dialog [role=status]').removeAttribute('role');"),
    Mutation(
        "T36",
        "new MutationObserver((_, o) => { const s = document.querySelector('[data-suche-stand]');"
        "if (/Nichts/.test(s.textContent)) { o.disconnect(); s.textContent = 'Keine'; } })"
        ".observe(document.querySelector('[data-suche-stand]'), {childList: true});",
    ),
    Mutation("T37", "history.replaceState = () => {};", _TABLE),
    Mutation("T37", "main.querySelector('form [role=status]').remove();", _TABLE),
    Mutation(
        "T38",
        "document.querySelector('#suche-feld').addEventListener('input', (e) => {"
        "e.target.value = e.target.value.replace(/[äÄ]/g, 'qx'); }, true);",
    ),
    _adds(
        "T39",
        "<div class='leichte-sprache'><p>Dieser Satz hat sehr viele Wörter, und deshalb ist er"
        " für Menschen, die Leichte Sprache brauchen, viel zu lang.</p></div>",
    ),
    _adds(
        "T39",
        "<div class='leichte-sprache'><p>Das ist die Schulsozialarbeiterinnen-Stelle"
        " im Jugendhilfeausschussverfahren.</p></div>",
    ),
    _adds("T41", "<video autoplay src='https://fremd.example.org/a.mp4'></video>"),
    Mutation(
        "T42",
        "[...document.querySelectorAll('body > footer a')].find((a) =>"
        " a.textContent === 'Barriere melden').remove();",
    ),
    Mutation("T42", "document.querySelector('body > footer').hidden = true;"),
    Mutation(
        "A1",
        _ADD.format("<p class='m'><a href='/a/'>a</a><a href='/b/'>b</a></p>")
        + "document.querySelectorAll('.m a').forEach((a) => Object.assign(a.style,"
        + "{display: 'inline-block', inlineSize: '12px', blockSize: '12px', overflow: 'hidden'}));",
    ),
    Mutation("A2", "document.querySelector('a[href=\"tel:110\"]').remove();"),
    _adds("S1", "<p onclick='x()'>Text</p>"),
    _adds("S1", "<p><a href='javascript:x()'>Text</a></p>"),
    Mutation("S1", "document.querySelector('meta[http-equiv]').content += '; script-src *';"),
    Mutation("S1", "document.querySelector('meta[http-equiv]').remove();"),
    Mutation("S2", "localStorage.setItem('spur', '1');"),
    Mutation("S2", "sessionStorage.setItem('spur', '1');"),
    Mutation("S2", "document.cookie = 'keks=1';"),
    _adds("S3", "<img alt='' src='https://fremd.example.org/zaehlpixel.png'>"),
    _adds("S4", "<img alt='' src='https://fremd.example.org/zaehlpixel.png'>"),
    Mutation("S4", "console.error('hoppla');"),
)
