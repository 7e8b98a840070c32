"""Writes gazetteer.bin as it travels; engine/src/gazetteer/unpack.rs reads it and documents the layout. The only writer."""
import math
import struct
import unicodedata

from keys import key, without_article

MAGIC = b'FBXP'
VERSION = 1
NONE16, NONE32 = 0xFFFF, 0xFFFFFFFF
CLASSES = {'name': 0, 'alternate': 1, 'abbreviation': 2, 'adjective': 3, 'people': 4, 'state': 5}
KINDS = {'country': 0, 'region': 1, 'area': 2, 'city': 3, 'district': 4}
COMMON_WORD, GIVEN_NAME = 1, 2
CAPITAL, OWN_KEY, OWN_FLAGS, NO_ARTICLE = 0x08, 0x10, 0x20, 0x80


def prominence_class(prominence):
    """0 for unknown, else 1 + 7 * log2(prominence), at most 255; rounded to quarter powers of two."""
    if prominence <= 0:
        return 0
    return min(255, 1 + round(1.75 * round(4 * math.log2(prominence))))


def hundredths(degrees, place):
    """Hundredths of a degree; even ones for the smallest places, whose middle nobody knows better."""
    return round(degrees * 50) * 2 if place['population'] < 15_000 else round(degrees * 100)


def split_columns(values, width):
    """Byte columns, most significant first: near equal high bytes stand together and compress."""
    return b''.join(bytes((v >> shift) & 0xFF for v in values) for shift in range(8 * (width - 1), -1, -8))


def differences(values):
    """Each value less the one before it, the sign in the lowest bit."""
    out, before = [], 0
    for v in values:
        d = v - before
        out.append((d << 1 if d >= 0 else (-d << 1) - 1) & 0xFFFFFFFF)
        before = v
    return out


def folds_alike(name):
    """Letters that the engine folds as keys.py does."""
    def plain(c):
        if c in "-.,()/' ’" or c.isascii() and c.isalnum():
            return True
        base = unicodedata.normalize('NFKD', c)
        return ('\u00c0' <= c < '\u0250' or '\u1e00' <= c < '\u1f00') and (c in 'ßøØđĐłŁæÆœŒı' or base[0].isascii() and base[0].isalpha()
                                                                            and all(unicodedata.combining(d) for d in base[1:]))
    return all(map(plain, name))


def text(place, names, flags):
    """The name of a place with its further keys, and what the kind byte says of the key that the name itself is."""
    kind, own, out = 0, None, bytearray(place['name'].encode())
    folded = key(place['name'])
    if folded and folds_alike(place['name']):
        for k, bits in ((folded, 0), (without_article(folded), NO_ARTICLE)):
            if names.get(k) == 'name':
                own, kind = k, OWN_KEY | bits | flags[k] * OWN_FLAGS
                break
    for k, cls in sorted(names.items(), key=lambda item: (CLASSES[item[1]], item[0])):
        if k != own:
            out += bytes([1 + CLASSES[cls] | flags[k] << 3]) + k.encode()
    assert len(place['name'].encode()) < 256 and all(len(k.encode()) < 256 for k in names), place['name']
    return kind, bytes(out) + b'\0'


def write(countries, regions, places, names, flags):
    """countries: [(alpha2, capital, second city)]; regions: [(country, iso code without country, type word)] for the places that follow the
    countries; places: dicts in file order; names: {place: {key: class}}; flags: {key: bits}. Returns the bytes."""
    texts = [text(p, names[i], flags) for i, p in enumerate(places)]
    sections = [
        b''.join(struct.pack('<2sII', c.encode(), capital, second) for c, capital, second in countries),
        b''.join(struct.pack('<B3sB', country, code.encode().ljust(3, b'\0'), word) for country, code, word in regions),
        bytes(KINDS[p['kind']] | (CAPITAL if p.get('capital') else 0) | kind for p, (kind, _) in zip(places, texts)),
        bytes(p['country'] if p['country'] is not None else 0xFF for p in places),
        split_columns([p['region'] if p['region'] is not None else NONE16 for p in places], 2),
        split_columns([(hundredths(p['lat'], p) + 9000) for p in places], 2),
        split_columns([(hundredths(p['lon'], p) + 18000) for p in places], 2),
        bytes(prominence_class(p['prominence']) for p in places),
        split_columns(differences([p['id'] or 0 for p in places]), 4),
        b''.join(raw for _, raw in texts)[:-1],
    ]
    head = struct.pack('<4sHHIIII', MAGIC, VERSION, len(sections), len(countries), len(regions), len(places), 0)
    at = len(head) + 8 * len(sections)
    directory = b''
    for s in sections:
        directory += struct.pack('<II', at, len(s))
        at += len(s)
    return head + directory + b''.join(sections)
