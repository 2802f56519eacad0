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
samples = {
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
for name, text in samples.items():
    data = text.encode("utf8", "surrogateescape")
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 1, 0, 0, 0)), data)
    for mark, kind, content in (
        (0x00, "plain", data), (0x40, "gzip", gzip.compress(data, mtime=0)),
        (0x80, "zip", zipped.getvalue()),
    ):
        with open(os.path.join(here, f"{name}-{kind}"), "wb") as file:
            file.write(bytes([mark]) + content)
