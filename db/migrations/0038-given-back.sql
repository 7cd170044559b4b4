-- An organization may give back what it accepted until the youth is enrolled, for that takes a family's voluntary yes. Whoever answers
-- stands in the row, as before; once care has begun the answer is history.
drop policy answered_once on kinfold.referral_assignment;
create policy answered_once on kinfold.referral_assignment as restrictive for update to kinfold_staff, kinfold_assigned
  using (state = 'offered' or (state = 'accepted' and exists (select 1 from kinfold.chart c where c.id = chart and c.stage = 'accepted')))
  with check (answered_by = (select (kinfold.scope_actor() ->> 'seat')::uuid) and state in ('accepted', 'returned'));
