"""Merges packages and hand tables into one gazetteer and packs it. Run scripts/gazetteer."""
import collections
import difflib
import math
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import writer
from fetch import fetch
from keys import fold, key, plain, spellings, ukrainian, without_article
from packages import Packages, TYPE_WORDS, bare, split, table, unit

# Countries (or first-level regions) with war or frequent disaster: places from 1,000 inhabitants, districts, and more spellings.
DETAIL = set('''UA SY IQ IL PS LB YE AF PK MM SD SS ET ER SO CD CF TD NE NG ML BF CM MZ LY AM AZ GE MD HT JO IR RW BI UG KE NP BD LK
    GT SV HN EC XK PG VU MW ZW TJ KG
    RU.09 RU.10 RU.41 RU.61 RU.86 RU.12 RU.17 RU.19 RU.68 RU.38 TR.31 TR.46 TR.02 TR.83 PH.13 PH.14'''.split())
ARABIC = set('AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE IL TD SO ER DJ KM SS'.split())
PLAIN = ARABIC | set('AF IR PK IN NP BD LK MM RU UA BY GE AM AZ KZ KG UZ TJ TM CN KR KP JP TH KH LA BG MK MN ET BT TW'.split())
# Most alternate spellings kept of a place: (from this population, in a country of DETAIL, elsewhere).
ALTERNATES = [(300_000, 5, 3), (50_000, 3, 0), (15_000, 2, 0), (0, 1, 0)]
# A city of this size is known by the first part of its name.
SHORTENED = 50_000
# How much each further spelling raises the prominence of a place: tenfold for 16.
FAME = 0.25
# Elsewhere: places from FULL inhabitants (FULL_US where many a paper reports of its county), and smaller ones that have this many spellings.
FULL, FULL_US, KNOWN = 7_500, 4_500, 15
# A region's middle may lie so many degrees (and a quarter of its extent) outside the box of its cities.
OUTSIDE = 0.5
# An airport this near a town (degrees) bears its name, where the two names are this much alike.
NEAR_AIRPORT, ALIKE = 0.7, 0.7
# A second-level unit this near (degrees) to a city of its name and region is left out.
SAME_SPOT = 0.5
# Countries whose second-level units are communes without number, or bear the names of their towns.
NO_DISTRICTS = set('RU RO BR CA LV PR JM LC CY HR NO SE NL CO MX'.split())
WELL_KNOWN = 60_000   # a name of several common words is a place name from this size
FAMOUS = 1_000_000   # a name of a place this large is a place name even where it is a common word, too


def similar(a, b):
    return difflib.SequenceMatcher(None, a, b).ratio()


def detailed(city):
    return city['countrycode'] in DETAIL or f"{city['countrycode']}.{city['admin1code']}" in DETAIL


class Builder:
    def __init__(self, packages, tables):
        self.p, self.tables = packages, tables
        self.failed = False
        self.places, self.names = [], collections.defaultdict(dict)  # place number -> {key: class}
        self.country_of, self.region_of = {}, {}
        self.stop = {c[0] for _, c in table(tables / 'stoplist.tsv', 3)}
        self.given = packages.given | {c[0] for _, c in table(tables / 'given_names.tsv', 2)}

    def add(self, **place):
        place['name'] = plain(place['name']) if place.pop('plain', False) else place['name'].replace('’', "'")
        # Population, raised by how many languages name the place: Geneva in Switzerland stands before Geneva, Illinois.
        place['prominence'] = place['population'] * 10 ** (FAME * math.sqrt(place.pop('spellings', 0)))
        self.places.append(place)
        return len(self.places) - 1

    def say(self, place, text, cls='name'):
        k = key(text)
        # "The village" is no town of Oklahoma.
        article = k and k.startswith('the ') and self.places[place]['kind'] == 'city' and self.places[place]['population'] < WELL_KNOWN
        if not k or article or (k in self.stop and cls in ('name', 'alternate')):
            return
        if self.code_of(place) in ARABIC:
            short = without_article(k)
            if len(short) > 3 and short not in self.stop:
                k = short
        if cls == 'name' and self.names[place].get(k) == 'alternate':
            self.names[place][k] = cls
        self.names[place].setdefault(k, cls)

    def code_of(self, place):
        country = self.places[place]['country']
        return None if country is None else self.codes[country]

    def countries(self):
        rows = {c['iso']: c for c in self.p.countries.values() if c['iso'] not in ('AN', 'CS')}
        over = {cells[0]: (where, cells) for where, cells in table(self.tables / 'countries.tsv', 5)}
        self.codes = sorted(set(rows) | set(over))
        for number, code in enumerate(self.codes):
            row, (_, cells) = rows.get(code, {}), over.get(code, ('', ['', '', '', '', '']))
            lat, lon = self.p.middle.get(code, (42.6, 20.9) if code == 'XK' else (0.0, 0.0))
            i = self.add(name=cells[1] or row['name'], kind='country', country=number, region=None, lat=lat, lon=lon,
                         population=row.get('population', 0), id=row.get('geonameid', 0))
            self.country_of[code] = i
            for text in [self.places[i]['name'], row.get('name', '')] + split(cells[2]):
                self.say(i, text)
            for text in split(cells[3]):
                self.say(i, text, 'abbreviation')

    def regions(self):
        over = {cells[0]: (where, cells) for where, cells in table(self.tables / 'regions.tsv', 5)}
        middles = collections.defaultdict(list)
        for c in self.p.cities1000.values():
            middles[f"{c['countrycode']}.{c['admin1code']}"].append(c)
        self.region_rows, used = [], {}
        abbreviations = {cells[0]: cells[1] for _, cells in table(self.tables / 'states.tsv', 3)}
        for code in sorted(self.p.admin1):
            alpha2, name = code[:2], self.p.admin1[code]
            if alpha2 not in self.country_of:
                continue
            _, cells = over.pop(code, ('', ['', '', '', '', '']))
            shape = self.p.shapes.get(code, {})
            if self.is_namesake(shape, name, middles.get(code, [])):
                print(f"  {code} {name}: the shape is that of {shape.get('name')}; left out")
                shape = {}
            iso = cells[2] or self.iso_code(alpha2, name, shape)
            if iso and iso in used:
                print(f'  {code} {name}: {iso} is {used[iso]} already; left out')
                iso = ''
            used[iso] = code if iso else None
            cities = middles.get(code, [])
            lat, lon = shape.get('latitude'), shape.get('longitude')
            if lat is None or (cities and self.far_from(cities, lat, lon)):
                if not cities:
                    lat, lon = self.places[self.country_of[alpha2]]['lat'], self.places[self.country_of[alpha2]]['lon']
                else:
                    lat, lon = (sum(c[k] for c in cities) / len(cities) for k in ('latitude', 'longitude'))
            short = cells[1] or bare(name)
            number = len(self.region_rows)
            i = self.add(name=short, kind='region', country=self.codes.index(alpha2), region=number, lat=lat, lon=lon,
                         population=sum(c['population'] for c in cities), id=shape.get('gn_id') or 0, plain=alpha2 in PLAIN and not cells[1])
            self.region_of[code] = i
            self.region_rows.append((self.codes.index(alpha2), iso[3:] if len(iso) < 7 else '', self.type_word(alpha2, name, shape)))
            plain_state = alpha2 == 'NG' and short.endswith('State')
            for text in [short] + ([] if plain_state else [name, bare(name)]) + split(cells[3]):
                self.say(i, text)
            for text in split(abbreviations.get(code, '')):
                self.say(i, text, 'state')
            for text in [shape.get('name_en'), shape.get('name'), shape.get('gn_name')] + (shape.get('name_alt') or '').split('|') \
                    + self.p.aliases.get(iso, []):
                if text and len(text) > 3 and not plain_state:
                    self.say(i, bare(text), 'alternate')
        for where, cells in over.values():
            raise SystemExit(f'{where}: GeoNames has no region {cells[0]}')

    def is_namesake(self, shape, name, cities):
        """Natural Earth gives some shapes a code that GeoNames has given to another region since: the shape shares no name
        with the region and lies apart from its cities."""
        names = [shape.get('name_en'), shape.get('name'), shape.get('gn_name')] + (shape.get('name_alt') or '').split('|')
        shared = any(text and fold(bare(text)) == fold(bare(name)) for text in names)
        return bool(shape.get('latitude') is not None and cities and not shared and self.far_from(cities, shape['latitude'], shape['longitude']))

    @staticmethod
    def far_from(cities, lat, lon):
        """A middle that lies outside the box of the region's cities belongs to another shape."""
        if len(cities) < 5:
            return not any(math.hypot(c['latitude'] - lat, c['longitude'] - lon) < 8 for c in cities)
        def outside(value, axis):
            values = [c[axis] for c in cities]
            margin = OUTSIDE + (max(values) - min(values)) / 4
            return not min(values) - margin <= value <= max(values) + margin
        return outside(lat, 'latitude') or outside(lon, 'longitude')

    def iso_code(self, alpha2, name, shape):
        for text in (name, shape.get('name_en'), shape.get('name')):
            found = self.p.iso.get((alpha2, fold(bare(text or '')) or '-'), set())
            if len(found) == 1:
                return next(iter(found))
        iso = shape.get('iso_3166_2') or ''
        return iso if iso.startswith(alpha2 + '-') and '~' not in iso and 'X' not in iso[3:4] else ''

    @staticmethod
    def type_word(alpha2, name, shape):
        if alpha2 in ('US', 'IN', 'NG', 'AU', 'BR', 'MX', 'SD', 'SS'):
            return TYPE_WORDS.index('state')
        if alpha2 == 'UA':
            return TYPE_WORDS.index('oblast')
        words = [w.lower() for w in name.split()] + (shape.get('type_en') or '').lower().split()
        return next((TYPE_WORDS.index(w) for w in words if w in TYPE_WORDS), 0)

    def areas(self):
        for where, (name, kind, alpha2, lat, lon, aliases, _) in table(self.tables / 'areas.tsv', 7):
            known = [i for i in self.region_of.values() if alpha2 and self.code_of(i) == alpha2 and fold(self.places[i]['name']) == fold(name)]
            if known:
                i = known[0]
                if kind == 'area':
                    self.places[i]['kind'] = 'area'
                self.places[i].update(lat=float(lat), lon=float(lon))
            else:
                i = self.add(name=name, kind='region' if kind == 'region' else 'area', country=self.codes.index(alpha2) if alpha2 else None,
                             region=None, lat=float(lat), lon=float(lon), population=0, id=0)
            for text in [name] + split(aliases):
                self.say(i, text)

    def cities(self):
        rows = {k: c for k, c in self.p.cities1000.items()
                if detailed(c) or c['population'] >= (FULL_US if c['countrycode'] == 'US' else FULL) or len(c['alternatenames']) >= KNOWN}
        rows.update(self.p.cities15000)
        self.city = {}
        order = sorted(rows.values(), key=lambda c: (c['countrycode'], c['admin1code'], int(c['geonameid'])))
        for c in order:
            if c['countrycode'] not in self.country_of:
                continue
            region = self.region_of.get(f"{c['countrycode']}.{c['admin1code']}")
            i = self.add(name=c['name'], kind='city', country=self.codes.index(c['countrycode']),
                         region=None if region is None else self.places[region]['region'], lat=c['latitude'], lon=c['longitude'],
                         population=c['population'], spellings=len(c['alternatenames']), id=int(c['geonameid']), plain=c['countrycode'] in PLAIN)
            self.city[i] = c
            if c['countrycode'] == 'UA':
                self.romanise(i, c)
            self.say(i, c['name'])
            # "Halle (Saale)", "Frankfurt am Main": news leaves the rest away.
            short = re.split(r' \(| am | an der | im ', c['name'])[0]
            if short != c['name'] and c['population'] >= SHORTENED:
                self.say(i, short)
            for text in spellings(c['name'], c['countrycode']):
                self.say(i, text, 'alternate')
        self.rename()
        self.airports()
        for i, c in self.city.items():
            limit = next((here if detailed(c) else there for least, here, there in ALTERNATES if c['population'] >= least))
            own = next(iter(self.names[i]), '')
            if limit and own:
                others = {k for a in c['alternatenames'] if (k := key(a)) and self.fit(a, k)} - set(self.names[i])
                ranked = sorted(others, key=lambda k: (-similar(k, own), k))
                for k in ranked[:limit]:
                    self.say(i, k, 'alternate')

    def airports(self):
        """English spellings of towns, by what the airport beside them is called."""
        cells = collections.defaultdict(list)
        for i, c in self.city.items():
            cells[c['countrycode'], round(c['latitude']), round(c['longitude'])].append(i)
        for alpha2, lat, lon, texts in self.p.airports:
            near = [i for y in (-1, 0, 1) for x in (-1, 0, 1) for i in cells[alpha2, round(lat) + y, round(lon) + x]
                    if abs(self.city[i]['latitude'] - lat) + abs(self.city[i]['longitude'] - lon) < NEAR_AIRPORT]
            for k in filter(None, map(key, texts)):
                if not near or any(k in self.names[i] for i in near) or k in self.p.words or k in self.given:
                    continue
                known = [i for i in near if k in map(key, self.city[i]['alternatenames'])]
                alike = [i for i in near if similar(k, key(self.city[i]['name']) or '') > ALIKE and k[0] == (key(self.city[i]['name']) or ' ')[0]]
                if known or alike:
                    self.say(max(known or alike, key=lambda i: self.city[i]['population']), k)

    def romanise(self, i, c):
        """Ukraine's own romanisation of 2010, which news uses, where GeoNames knows it but prefers the older one."""
        known = {key(a) for a in c['alternatenames']}
        romanised = [latin for spelling in c['alternatenames'] if (latin := ukrainian(spelling))]
        if key(c['name']) in map(key, romanised):
            return
        # A Russian spelling in Cyrillic letters gives another name; the nearest is the Ukrainian one.
        likely = [latin for latin in romanised if key(latin) in known and similar(key(latin), key(c['name'])) > 0.6]
        if likely:
            self.places[i]['name'] = max(likely, key=lambda latin: similar(key(latin), key(c['name'])))
            self.say(i, self.places[i]['name'])

    def fit(self, text, k):
        """A spelling worth keeping: no code, no common word, no given name, no digits."""
        return len(k) >= 4 and not text.isupper() and k.count(' ') <= 3 and k not in self.p.words and k not in self.given \
            and k not in self.stop and not any(ch.isdigit() for ch in k)

    def rename(self):
        by_name = collections.defaultdict(list)
        for i, c in self.city.items():
            for text in [c['name']] + c['alternatenames']:
                k = key(text)
                if k:
                    by_name[c['countrycode'], without_article(k)].append(i)
        for where, (alpha2, known, name, aliases, _) in table(self.tables / 'names.tsv', 5):
            found = [i for i in by_name[alpha2, without_article(key(known) or '')]]
            same = [i for i in found if without_article(key(self.city[i]['name']) or '') == without_article(key(known))]
            if not found:
                print(f'{where}: no place {known} in {alpha2}')
                self.failed = True
                continue
            i = max(same or found, key=lambda i: self.city[i]['population'])
            self.places[i]['name'] = name
            for text in [name, known] + split(aliases):
                self.say(i, text)

    def hand_places(self):
        for where, (name, kind, alpha2, region, lat, lon, population, aliases, _) in table(self.tables / 'places.tsv', 9):
            if region not in self.region_of:
                raise SystemExit(f'{where}: no region {region}')
            near = [i for i in self.names if key(name) in self.names[i] and self.code_of(i) == alpha2 and self.places[i]['kind'] == 'city'
                    and math.hypot(self.places[i]['lat'] - float(lat), self.places[i]['lon'] - float(lon)) < 0.3]
            i = near[0] if near else self.add(name=name, kind=kind, country=self.codes.index(alpha2), region=self.places[self.region_of[region]]['region'],
                                              lat=float(lat), lon=float(lon), population=int(population), id=0)
            for text in [name] + split(aliases):
                self.say(i, text)

    def districts(self):
        """Second-level units in the middle of their places, but for those that a city of the same name stands for."""
        members, towns = collections.defaultdict(list), collections.defaultdict(list)
        for v in self.p.villages:
            if v.get('admin2'):
                members[f"{v['country']}.{v['admin1']}.{v['admin2']}"].append((float(v['lat']), float(v['lng'])))
        for i, p in enumerate(self.places):
            if p['kind'] == 'city':
                for k in self.names[i]:
                    towns[p['region'], k].append(p)
        for code in sorted(self.p.admin2):
            alpha2, region, _ = code.split('.', 2)
            detail = bool({alpha2, f'{alpha2}.{region}'} & DETAIL)
            if not detail and alpha2 in NO_DISTRICTS or alpha2 == 'RU' or code not in members or f'{alpha2}.{region}' not in self.region_of:
                continue
            # "Polk" alone is hardly ever the county.
            name = self.p.admin2[code] if alpha2 == 'US' else unit(self.p.admin2[code])
            points, region = members[code], self.places[self.region_of[f'{alpha2}.{region}']]['region']
            lat, lon = (sum(axis) / len(points) for axis in zip(*points))
            k = key(name) or ''
            same = towns.get((region, k), [])
            if not detail and (len(k) < 4 or k in self.p.words or k in self.given or any(abs(t['lat'] - lat) + abs(t['lon'] - lon) < SAME_SPOT for t in same)):
                continue
            i = self.add(name=name, kind='district', country=self.codes.index(alpha2), region=region, lat=lat, lon=lon, population=0, id=0,
                         plain=detail or alpha2 in PLAIN)
            self.say(i, name)

    def peoples(self):
        areas = {p['name']: i for i, p in enumerate(self.places) if p['kind'] in ('area', 'region')}
        for where, (code, adjectives, people, _) in table(self.tables / 'demonyms.tsv', 4):
            i = areas.get(code[5:]) if code.startswith('AREA:') else self.country_of.get(code)
            if i is None:
                raise SystemExit(f'{where}: no place {code}')
            for text in split(adjectives):
                self.names[i].setdefault(key(text), 'adjective')
            for text in split(people):
                self.names[i].setdefault(key(text), 'people')

    def capitals(self):
        """(alpha2, capital, second city) by place number."""
        cities = collections.defaultdict(list)
        for i, p in enumerate(self.places):
            if p['kind'] == 'city':
                cities[p['country']].append(i)
        rows = []
        for number, code in enumerate(self.codes):
            wanted = {'PS': 'Ramallah', 'IL': 'Jerusalem', 'US': 'Washington', 'YE': 'Sanaa', 'XK': 'Pristina', 'LK': 'Colombo', 'BO': 'La Paz', 'AG': 'Saint John’s', 'GD': 'Saint George’s', 'MN': 'Ulan Bator', 'EH': 'Laayoune'}.get(code) \
                or self.p.countries.get(code, {}).get('capital', '')
            named = [i for i in cities[number] if key(wanted) in self.names[i] or fold(self.places[i]['name']) == fold(wanted)]
            capital = max(named, key=lambda i: self.places[i]['population'], default=None)
            if capital is not None:
                self.places[capital]['capital'] = True
            elif cities[number]:
                print(f'  no capital for {code} {wanted}')
            ranked = sorted(cities[number], key=lambda i: -self.places[i]['population'])
            rows.append((code, writer.NONE32 if capital is None else capital, ranked[1] if len(ranked) > 1 else writer.NONE32))
        return rows

    def flags(self):
        """{key: is it a common word or a given name, too}."""
        places = collections.defaultdict(list)
        for i, names in self.names.items():
            for k, cls in names.items():
                places[k].append((i, cls))
        out = {}
        for k, values in places.items():
            flags, single = 0, ' ' not in k
            phrase = not single and all(word in self.p.words for word in k.split()) and all(
                self.places[i]['kind'] == 'city' and self.places[i]['population'] < WELL_KNOWN for i, _ in values)
            famous = any(self.places[i]['kind'] == 'country' or self.places[i].get('capital')
                         or (cls != 'alternate' and self.places[i]['population'] >= FAMOUS) for i, cls in values)
            if (single and k in self.p.words or phrase) and not famous and all(cls in ('name', 'alternate') for _, cls in values):
                flags |= writer.COMMON_WORD
            if single and k in self.given:
                flags |= writer.GIVEN_NAME
            out[k] = flags
        return out


def main():
    root = pathlib.Path(sys.argv[1])
    print('packages')
    packages = Packages(fetch(root / 'target' / 'gazetteer'))
    b = Builder(packages, root / 'data' / 'gazetteer')
    print('places')
    for step in (b.countries, b.regions, b.areas, b.cities, b.hand_places, b.districts, b.peoples):
        step()
    if b.failed:
        raise SystemExit('nothing written')
    rows = b.capitals()
    flags = b.flags()
    packed = writer.write(rows, b.region_rows, b.places, b.names, flags)
    out = root / 'data' / 'gazetteer' / 'gazetteer.bin'
    out.write_bytes(packed)
    kinds = collections.Counter(p['kind'] for p in b.places)
    print(f'{out.name}: {len(packed):,} bytes, {len(b.places):,} places {dict(kinds)}, {len(flags):,} keys, '
          f'{sum(map(len, b.names.values())):,} values')


if __name__ == '__main__':
    main()
