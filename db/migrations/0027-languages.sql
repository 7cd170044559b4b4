-- The languages of a youth or relative as a list in their order: each with its BCP 47 code, or the words for one without; spoken (or
-- signed) and read told apart, which one they would rather talk in and which one letters go out in. Whether an interpreter is wanted
-- may also be what nobody asked yet. What was said so far carries over: names that are known become codes, the others stay as they were
-- written.
alter table kinfold.youth add column languages jsonb not null default '[]';
alter table kinfold.relative add column languages jsonb not null default '[]';

-- For this carrying over only; dropped below.
create function kinfold.code_of_language(p_name text) returns text language sql as $$
  select code from (values
    ('en', 'english|eng|inglés|ingles'), ('es', 'spanish|spa|español|espanol|castellano'), ('zh', 'chinese|chi|zho|zhongwen|中文'),
    ('zh-Hans', 'simplified chinese|chinese (simplified)'), ('zh-Hant', 'traditional chinese|chinese (traditional)'),
    ('cmn', 'mandarin|mandarin chinese'), ('yue', 'cantonese|cantonese chinese'), ('pt', 'portuguese|por|brazilian portuguese|português|portugues'),
    ('ko', 'korean|kor|한국어'), ('gu', 'gujarati|guj'), ('ar', 'arabic|ara|العربية'),
    ('ht', 'haitian creole|haitian|creole|kreyòl|kreyol|kreyòl ayisyen|kreyol ayisyen'), ('ase', 'american sign language|asl|sign language'),
    ('tl', 'tagalog|filipino|tgl'), ('hi', 'hindi'), ('ur', 'urdu'), ('pa', 'punjabi|panjabi'), ('bn', 'bengali|bangla'), ('te', 'telugu'),
    ('ta', 'tamil'), ('pl', 'polish'), ('ru', 'russian'), ('uk', 'ukrainian'), ('vi', 'vietnamese'), ('fr', 'french|français|francais'),
    ('it', 'italian'), ('el', 'greek'), ('sq', 'albanian'), ('he', 'hebrew|ivrit'), ('yi', 'yiddish'), ('tr', 'turkish'),
    ('fa', 'persian|farsi'), ('am', 'amharic'), ('so', 'somali'), ('sw', 'swahili'), ('ig', 'igbo'), ('yo', 'yoruba'), ('tw', 'twi'),
    ('wo', 'wolof')) known (code, names)
  where lower(btrim(p_name)) = any (string_to_array(names, '|')) $$;

-- The languages one text named, in its order. A text that names several is taken apart only where every part is known; "not known"
-- named none.
create function kinfold.languages_named(p_text text) returns table (place bigint, code text, words text) language sql as $$
  with parts as (
    select n as place, btrim(part) as part, kinfold.code_of_language(part) as code
    from regexp_split_to_table(p_text, '\s*[,;/&+]\s*|\s+(?:and|y)\s+', 'i') with ordinality split (part, n)
    where btrim(part) <> '')
  select place, code, null from parts where (select bool_and(code is not null) from parts)
  union all
  select 1, null, btrim(p_text) where not (select coalesce(bool_and(code is not null), true) from parts)
    and lower(btrim(p_text)) not in ('not known', 'unknown', 'not said') $$;

create function kinfold.languages_of(p_speaks text, p_reads text) returns jsonb language sql as $$
  with said as (
    select 1 as way, place, code, words from kinfold.languages_named(p_speaks) union all select 2, place, code, words from kinfold.languages_named(p_reads)),
  each as (
    select code, words, bool_or(way = 1) as speaks, bool_or(way = 2) as reads, bool_or(way = 1 and place = 1) as talk,
      bool_or(way = 2 and place = 1) as letters, min(way * 100 + place) as at
    from said group by code, words)
  select coalesce(jsonb_agg(jsonb_build_object('code', code, 'words', words, 'speaks', speaks, 'reads', reads, 'talk', talk, 'letters', letters)
    order by at), '[]') from each $$;

update kinfold.youth set languages = kinfold.languages_of(speaks, reads);
update kinfold.relative set languages = kinfold.languages_of(speaks, null) where speaks is not null;
-- Earlier versions say it in both ways, so that what changed since can be read beside what is said now.
update kinfold.earlier_version set was = was || jsonb_build_object('languages', kinfold.languages_of(was ->> 'speaks', was ->> 'reads'))
where of_table in ('youth', 'relative');

drop function kinfold.languages_of, kinfold.languages_named, kinfold.code_of_language;

-- The program says the same with words; a text in the place of a list would be no language at all.
do $$
declare t text;
begin
  foreach t in array array['youth', 'relative'] loop
    execute format($c$alter table kinfold.%I add constraint %I check (
      jsonb_typeof(languages) = 'array'
      and not jsonb_path_exists(languages, '$[*] ? (!exists(@.code) || (@.code == null && @.words == null) || (@.code != null && @.words != null)
        || (@.speaks == false && @.reads == false) || (@.talk == true && @.speaks == false) || (@.letters == true && @.reads == false))')
      and jsonb_array_length(jsonb_path_query_array(languages, '$[*] ? (@.talk == true)')) <= 1
      and jsonb_array_length(jsonb_path_query_array(languages, '$[*] ? (@.letters == true)')) <= 1)$c$, t, t || '_languages_fit');
    execute format('grant update (languages) on kinfold.%I to kinfold_staff, kinfold_assigned', t);
    execute format('alter table kinfold.%I alter column interpreter drop not null, alter column interpreter drop default', t);
    execute format('comment on column kinfold.%I.interpreter is %L', t, 'Whether one is wanted; null: nobody asked.');
  end loop;
end $$;
alter table kinfold.youth drop column speaks, drop column reads;
alter table kinfold.relative drop column speaks;
comment on column kinfold.youth.languages is 'In their order: code (BCP 47) or words; speaks, reads; talk and letters: the preferred ones.';
comment on column kinfold.relative.languages is 'As the youth''s.';
