-- A family is found by its telephone without the area code too: the last seven digits are a key beside all ten.
insert into kinfold.name_key (chart, agency, holder, programme, kind, token)
select chart, agency, holder, programme, kind, right(token, 7)
from kinfold.name_key where kind = 'telephone' and length(token) = 10
on conflict do nothing;
