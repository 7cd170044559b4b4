-- What nobody could do in time is still owed, and stands in the lists with what is open.
drop index kinfold.duty_open_by_chart;
create index duty_owed_by_chart on kinfold.duty (chart, due) where state in ('open', 'partial', 'delegated', 'impossible');

-- What was handed to a colleague stands in the colleague's own list.
create index duty_decision_handed_to on kinfold.duty_decision (to_seat) where kind = 'delegated';
