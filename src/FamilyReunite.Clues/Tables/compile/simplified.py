"""Compiles Tables/simplified.tsv. usage: python3 simplified.py Unihan_Variants.txt[.bz2] OUTFOLDER (Debian package unicode-data)"""
import bz2, sys
variants, out = sys.argv[1:]
opened = bz2.open(variants, 'rt', encoding='utf8') if variants.endswith('.bz2') else open(variants, encoding='utf8')
keep = set('乾著藉徵瞭夥')
pairs = []
for line in opened:
    if line.startswith('#') or '\tkSimplifiedVariant\t' not in line: continue
    code, _, to = line.rstrip('\n').split('\t')
    c = chr(int(code[2:], 16)); all_to = [chr(int(x[2:], 16)) for x in to.split(' ')]
    if c in all_to or c in keep or ord(c) > 0xFFFF or ord(all_to[0]) > 0xFFFF: continue
    pairs.append((c, all_to[0]))
with open(f'{out}/simplified.tsv', 'w', encoding='utf8') as f:
    f.write('# Traditional characters, then their simplified forms in the same order. Source: Unihan kSimplifiedVariant (Unicode licence); characters that are also simplified themselves left out.\n')
    f.write(''.join(a for a, _ in pairs) + '\t' + ''.join(b for _, b in pairs) + '\n')
