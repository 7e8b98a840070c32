"""Writes gazetteer.bin; engine/src/gazetteer/ reads it and documents the layout. The only writer."""
import math
import struct

MAGIC = b'FBXG'
VERSION = 1
NAMES_STEP = 64     # a stored offset into the name blob every so many places
KEYS_STEP = 32      # keys in a front-coded block
NONE16, NONE32 = 0xFFFF, 0xFFFFFFFF
CLASSES = {'name': 0, 'alternate': 1, 'abbreviation': 2, 'adjective': 3, 'people': 4, 'state': 5}
KINDS = {'country': 0, 'region': 1, 'area': 2, 'city': 3, 'district': 4}
COMMON_WORD, GIVEN_NAME = 0x40, 0x80
MAX_VALUES = 63


def prominence_class(prominence):
    """0 for unknown, else 1 + round(7 * log2(prominence)), at most 255."""
    return 0 if prominence <= 0 else min(255, 1 + round(7 * math.log2(prominence)))


def split_columns(values, width):
    """Byte columns, most significant first: near equal high bytes stand together and compress."""
    return b''.join(bytes((v >> shift) & 0xFF for v in values) for shift in range(8 * (width - 1), -1, -8))


def write(countries, regions, places, keys):
    """countries: [(alpha2, capital, second city)]; regions: [(country, iso code without country, type word)] for the places that follow the
    countries; places: dicts in file order; keys: {key: (flags, [(place, class)])}. Returns the bytes."""
    sections = []
    sections.append(b''.join(struct.pack('<2sII', c.encode(), capital, second) for c, capital, second in countries))
    sections.append(b''.join(struct.pack('<B3sB', country, code.encode().ljust(3, b'\0'), word) for country, code, word in regions))
    n = len(places)
    sections.append(bytes(KINDS[p['kind']] | (8 if p.get('capital') else 0) for p in places))
    sections.append(bytes(p['country'] if p['country'] is not None else 0xFF for p in places))
    sections.append(split_columns([p['region'] if p['region'] is not None else NONE16 for p in places], 2))
    sections.append(split_columns([(round(p['lat'] * 100) + 9000) for p in places], 2))
    sections.append(split_columns([(round(p['lon'] * 100) + 18000) for p in places], 2))
    sections.append(bytes(prominence_class(p['prominence']) for p in places))
    sections.append(split_columns([p['id'] or 0 for p in places], 4))
    blob, offsets, lengths = bytearray(), [], []
    for i, p in enumerate(places):
        if i % NAMES_STEP == 0:
            offsets.append(len(blob))
        raw = p['name'].encode()
        assert len(raw) < 256, p['name']
        lengths.append(len(raw))
        blob += raw
    sections.append(bytes(lengths))
    sections.append(struct.pack(f'<{len(offsets)}I', *offsets))
    sections.append(bytes(blob))
    ordered = sorted(keys, key=lambda k: k.encode())
    text, starts, before, ids = bytearray(), [], b'', bytearray()
    for i, k in enumerate(ordered):
        raw = k.encode()
        shared = 0
        if i % KEYS_STEP == 0:
            starts.append((len(text), len(ids) // 3))
        else:
            while shared < min(len(raw), len(before)) and raw[shared] == before[shared]:
                shared += 1
        flags, values = keys[k]
        values = values[:MAX_VALUES]
        assert len(raw) < 256 and values, k
        text += bytes([shared, len(raw) - shared, flags | len(values)]) + raw[shared:]
        for place, cls in values:
            ids += struct.pack('<I', place | CLASSES[cls] << 20)[:3]
        before = raw
    sections.append(b''.join(struct.pack('<II', *s) for s in starts))
    sections.append(bytes(text))
    sections.append(bytes(ids))
    head = struct.pack('<4sHHIII', MAGIC, VERSION, len(sections), len(countries), len(regions), n) + struct.pack('<I', len(ordered))
    at = len(head) + 8 * len(sections)
    directory = b''
    for s in sections:
        directory += struct.pack('<II', at, len(s))
        at += len(s)
    return head + directory + b''.join(sections)
