"""The shares of kinds of hostile acts between states in extracts of ICEWS: MarkTable.machineBase.

Usage: base_mix.py icews0515.tsv.gz icews18.tsv.gz (columns date, source, cameo, target, ...; one act of
a pair, code and day). Standard library only.
"""
import gzip,csv,collections,sys,re
ORG=re.compile(r'Government|Ministry|Minister|President|Head of|Military|Armed Forces|Army|Navy|Air Force|Police|Court|Judge|Parliament|Legislat|Foreign Affairs|Defense|Diplomat|Envoy|Embassy|Ambassador|Executive|Cabinet|Spokes',re.I)
def kind(c):
    r=c[:2]
    if r=='10': return 'demand'
    if r=='11': return 'protest' if c[:3] in('113','114','115') else 'accuse'
    if r=='12': return 'reject'
    if r in('13','15'): return 'threaten'
    if r=='14': return 'protest'
    if r=='16': return 'sanction' if c[:3] in('162','163') else 'reduce'
    if r=='17': return 'detain' if c[:3]=='173' else 'reduce' if c[:3]=='174' else 'sanction'
    if r in('18','19','20'): return 'force'

def state(a):
    m=re.search(r'\(([^)]*)\)$',a)
    if m: return m.group(1) if ORG.search(a) else None
    return a if a in names else None
# state names: the targets in brackets, that also stand bare
rows=[]
for f in sys.argv[1:]:
    with gzip.open(f,'rt') as h:
        rd=csv.DictReader(h,delimiter='\t')
        for r in rd: rows.append((r['date'],r['source'],r['cameo'],r['target']))
br=collections.Counter()
for d,s,c,t in rows:
    for a in(s,t):
        m=re.search(r'\(([^)]*)\)$',a)
        if m: br[m.group(1)]+=1
names={n for n,k in br.items() if k>=20}
seen=set();n=collections.Counter()
for d,s,c,t in rows:
    a,b=state(s),state(t)
    if not a or not b or a==b: continue
    k=kind(c)
    if k and (d,a,b,c) not in seen:
        seen.add((d,a,b,c)); n[k]+=1
T=sum(n.values());print(T,{k:round(v/T,3) for k,v in n.most_common()})
