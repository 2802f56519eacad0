#!/usr/bin/env python3
"""Write the corpus that fuzzing starts from: a few rows of our own making in every format."""
import gzip
import io
import os
import zipfile

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Corpus")
os.makedirs(here, exist_ok=True)


def gdelt(columns, added, url):
    fields = [""] * columns
    fields[0:2] = ["17", "20180601"]
    fields[5:8] = ["RUSGOV", "MOSCOW", "RUS"]
    fields[12] = "GOV"
    fields[15:18] = ["UKR", "KYIV", "UKR"]
    fields[26:31] = ["112", "112", "11", "3", "-2.0"]
    fields[31] = "4"
    fields[added] = "20180601121500"
    if url is not None:
        fields[url] = "https://example.org/a"
    return "\t".join(fields) + "\n"


icews = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n"
    "7\t2018-06-02\tForeign Affairs (Azerbaijan)\tExecutive\tAzerbaijan\tCriticize\t111\t-2\tRussia"
    "\t\tRussian Federation\t1\t2\tX\tNA\tNA\tNA\tNA\t1\t2\n"
)
polecat = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\t"
    "Actor Country\tPrimary Actor Sector\tActor Sectors\tRecipient Name\tRecipient Country\t"
    "Primary Recipient Sector\tRecipient Sectors\tSource\n"
    "P1\t2023-01-05\tSANCTION\texpel\t-5.0\tMATERIAL CONFLICT\tdiplomatic\tMinistry\tRUS\tGOV\t"
    "GOV; DIP\tEmbassy\tEST\tGOV\tGOV\tX\n"
)
event_csv = (
    "id,date,last_date,source,source_organ,source_code,source_name,source_sectors,target,"
    "target_organ,target_code,target_name,target_sectors,code,raw_code,root,quad,plover,goldstein,"
    "summary,publisher,url,mentions,added_minute\n"
    "a,2025-06-27,2025-06-28,AZE,court,AZEJUD,x,A;B,RUS,,RUS,,,112,1121,11,3,ACCUSE,-2.0,"
    '"said ""no"", twice",P,https://example.org,2,25000000\n'
)
case = (
    "id,date,source,target,code,summary,same_as,intensity,status,publisher,url,kept\n"
    'T1,2025-06-27/2025-06-30,AZE,RUS,112,"A said, ""no"".",,-2,reported,P,https://example.org,x\n'
    "T2,2025-06,AZE;RUS,RUS;AZE,057,An accord.,T1,,confirmed,P,https://example.org,\n"
)
quoted = '\ufeffid,date,source,target,code,summary\r\nA,2025-01-01,RUS,AZE,190,"two\r\nlines"\r\n'
mentions = "5\t20180601120000\t20180601121500\t1\texample.org\thttp://x\t1\t-1\t2\t3\t1\t80\t100\t-1.5\t\t\n"
sums = "date\ta\tb\tw\n2018-01-01\tRUS\tAZE\t-13.5\n"
conditions = ["source=RUS & root>=10", "!(root=10..20|quad!=3)", "date=2020-01..2020-06", "code=112,190"]
samples = {
    "polecat": polecat,
    "event-csv": event_csv,
    "case": case,
    "gdelt1": gdelt(58, 56, 57),
    "gdelt1-57": gdelt(57, 56, None),
    "gdelt2": gdelt(61, 59, 60),
    "icews": icews,
    "petrarch": "20180601\tRUSGOV\tUKRMIL\t112\t\t1_1\thttp://x\tMoscow\tarmy\tcriticized\n",
    "relations": "date\tsource\tcameo\tgoldstein\trelation\ttarget\tsplit\n"
    "2014-01-01\tPolice (Australia)\t173\t-5.0\tArrest\tWomen (Australia)\ttrain\n",
    "jsonl": '{"date":"2025-06-27","source":"AZE","target":"RUS","code":"112","intensity":-2}\n',
    "acled": "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,source,"
    'notes\nA1,01 March 2024,Battles,Armed clash,Military Forces of X,1,"Y, of Z",2,S,"two\nlines"\n',
    "ucdp": "id,type_of_violence,conflict_name,side_a,side_b,date_start,date_end,gwnoa,gwnob\n"
    "9,1,c,Government of Azerbaijan,Y,2020-09-27,2020-09-29,373,371\n",
    "phoenix": "eid,story_date,year,month,day,source,source_root,source_agent,target,target_root,"
    "target_agent,code,goldstein,joined_issues\nN1,1/31/2005,2005,1,31,USAGOV,USA,GOV,IRN,IRN,,130,"
    "-4.4,\n",
    "broken": "1\t2\t3\n\"open\n\0\n\r\n\xef\xbb\xbf99999999\t1e308\tNaN\n",
}
# The first byte of an input names its target, in the order of Fuzz/Main.swift; the second byte says
# how the rest is packed (its two highest bits) and which format is stated (0: judge by the content).
TARGETS = ["events", "mentions", "sums", "record", "condition", "columns"]


def pack(text):
    data = text.encode("utf8", "surrogateescape")
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 1, 0, 0, 0)), data)
    yield "plain", 0x00, data
    yield "gzip", 0x40, gzip.compress(data, mtime=0)
    yield "zip", 0x80, zipped.getvalue()


def write(target, name, *parts):
    with open(os.path.join(here, f"{target}-{name}"), "wb") as file:
        file.write(bytes([TARGETS.index(target)]) + b"".join(parts))


for name, text in samples.items():
    for kind, mark, data in pack(text):
        write("events", f"{name}-{kind}", bytes([mark]), data)
for kind, mark, data in pack(mentions):
    write("mentions", kind, bytes([mark]), data)
for kind, mark, data in pack(sums):
    write("sums", kind, bytes([mark]), data)
for name in ("case", "quoted"):
    write("record", name, b"\0", samples.get(name, quoted).encode())
for number, text in enumerate(conditions):
    write("condition", str(number), text.encode())
write("columns", "gdelt2", b"\0", gdelt(61, 59, 60).encode() * 2)
write("columns", "broken", b"\0", samples["broken"].encode("utf8", "surrogateescape"))
write("columns", "words-first", b"\0", b"L\tDef\tDef\tquad\n" + gdelt(61, 59, 60).encode())
