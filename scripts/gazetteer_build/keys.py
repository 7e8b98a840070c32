"""Look-up keys: how a name is folded. The reader's engine/src/gazetteer/key.rs does the same to the words of a text."""
import unicodedata

SPECIAL = {'ß': 'ss', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', 'ħ': 'h', 'ð': 'd', 'þ': 'th', 'ŋ': 'n', 'ə': 'a'}
APOSTROPHES = set("'’‘ʼʻʿʾ`´′ʹ.")
# Forms of the Arabic article; all become "al", and a leading one is also left out for places of Arabic-speaking countries.
ARTICLES = {'al', 'el', 'ad', 'ar', 'as', 'at', 'az', 'ash', 'ed', 'er', 'es', 'ez', 'esh', 'et'}


def fold(text):
    """Lower case without diacritics and apostrophes; everything that is no letter or digit is a space. None where not Latin."""
    out = []
    for c in unicodedata.normalize('NFC', text).lower():
        if c in APOSTROPHES:
            continue
        for d in unicodedata.normalize('NFKD', SPECIAL.get(c, c)):
            if unicodedata.combining(d):
                continue
            if d.isascii():
                out.append(d if d.isalnum() else ' ')
            elif d in SPECIAL:
                out.append(SPECIAL[d])
            elif d in APOSTROPHES:
                continue
            elif d.isalpha():
                return None
            else:
                out.append(' ')
    return ' '.join(''.join(out).split())


def key(text):
    """The look-up key of a name, or None."""
    folded = fold(text)
    if not folded:
        return None
    words = folded.split()
    return ' '.join('al' if w in ARTICLES and i + 1 < len(words) else w for i, w in enumerate(words))


def without_article(k):
    return k[3:] if k.startswith('al ') else k


UKRAINIAN = dict(zip('абвгґдежзиійклмнопрстуфцчшьʼ’\'', [*'abvhgde', 'zh', *'zyiiklmnoprstuf', 'ts', 'ch', 'sh', '', '', '', '']))
UKRAINIAN |= {'є': 'ie', 'ї': 'i', 'ю': 'iu', 'я': 'ia', 'х': 'kh', 'щ': 'shch', ' ': ' ', '-': '-'}
UKRAINIAN_FIRST = {'є': 'ye', 'ї': 'yi', 'й': 'y', 'ю': 'yu', 'я': 'ya'}


def ukrainian(text):
    """Ukrainian letters in the national romanisation (resolution 55 of 2010), or None."""
    words = []
    for word in text.lower().replace('зг', 'zgh').split(' '):
        out = []
        for n, c in enumerate(word):
            latin = UKRAINIAN_FIRST.get(c) if n == 0 or word[n - 1] == '-' else None
            latin = latin if latin is not None else c if c in 'zgh' else UKRAINIAN.get(c)
            if latin is None:
                return None
            out.append(latin)
        words.append(''.join(out))
    return '-'.join(part.capitalize() for part in ' '.join(w.capitalize() for w in words).split('-')) if any(words) else None


def plain(text):
    """A name in plain letters, for names transliterated from other scripts: "Khān Yūnis" becomes "Khan Yunis"."""
    out = []
    text = unicodedata.normalize('NFKD', text)
    for n, c in enumerate(text):
        if c in "’'" and text[n + 1:n + 3] in ('s', 's '):
            out.append("'")
        elif unicodedata.combining(c) or c in "‘ʼʻʿʾ`´′ʹ’'":
            continue
        else:
            out.append({'ı': 'i', 'ə': 'a', 'đ': 'd', 'Đ': 'D'}.get(c, c))
    return ''.join(out)


# What English news makes of Arabic words in names of towns.
ARABIC_WORDS = {'tall': ('tal', 'tel', 'tell'), 'dayr': ('deir', 'der'), 'bayt': ('beit',), 'jabal': ('jebel',), 'kafr': ('kfar', 'kafar'), 'shaykh': ('sheikh',)}
ARABIC_COUNTRIES = set('DZ EG IQ JO KW LB LY MA OM PS SA SD SY TN YE'.split())
SOMALI = (('dh', 'd'), ('aa', 'a'), ('ee', 'e'), ('ii', 'i'), ('oo', 'o'), ('uu', 'u'), ('x', 'h'), ('c', ''))


def spellings(name, country):
    """Spellings of news English that follow from how a country writes its names."""
    folded = fold(name) or ''
    words, out = folded.split(), set()
    if country in ARABIC_COUNTRIES:
        for n, word in enumerate(words):
            for other in ARABIC_WORDS.get(word, ()):
                out.add(' '.join(words[:n] + [other] + words[n + 1:]))
        for text in [folded, *out]:
            if text.endswith('iyah'):
                out |= {text[:-3] + 'ya', text[:-3] + 'yya', text[:-3] + 'yeh'}
            elif text.endswith('ah'):
                out.add(text[:-1])
    if country == 'SO':
        text = folded
        for somali, english in SOMALI:
            text = text.replace(somali, english)
        out.add(text)
    if words[-1:] == ['city'] and len(words) > 1 and country != 'US':
        out.add(' '.join(words[:-1]))
    return sorted(out - {folded})
