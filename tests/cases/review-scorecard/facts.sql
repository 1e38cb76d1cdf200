-- the calculation of the village scorecard: person 100 Y / (indicators − TS), 0 of 0 is none; indicator 100 ΣY / (persons − ΣTS); village
-- 100 ΣY / (ΣY + ΣT), pooled, mothers and children apart and together; complete when everything that applies is Y
-- Desa 1: mothers p 1 of 2, q 1 of 1 (the other does not apply); children a 1 of 1, b 0 of 1, c nothing that applies
select pg_temp.lay(62011, 'p', 1, '2024-Q4', 'Y'), pg_temp.lay(62011, 'p', 2, '2024-Q4', 'T'),
       pg_temp.lay(62011, 'q', 1, '2024-Q4', 'Y'), pg_temp.lay(62011, 'q', 2, '2024-Q4', 'TS'),
       pg_temp.lay(62011, 'a', 3, '2024-Q4', 'Y'), pg_temp.lay(62011, 'b', 3, '2024-Q4', 'T'), pg_temp.lay(62011, 'c', 3, '2024-Q4', 'TS');
-- Desa 2: one mother with both: the village is 100 %, the two together 5 of 7, no mean of 60 and 100
select pg_temp.lay(62012, 's', 1, '2024-Q4', 'Y'), pg_temp.lay(62012, 's', 2, '2024-Q4', 'Y');
-- one mother has services in both villages: she is one person of the kabupaten
select pg_temp.lay(62011, 't', 1, '2024-Q4', 'Y'), pg_temp.lay(62012, 't', 2, '2024-Q4', 'T');
-- p and a live in one household, q and b in none that is known: complete only when all of its members are
update dwh.fact_service set household = 'h' where person in ('p', 'a');
-- another kabupaten has an older quarter alone; of the province both are summed
select pg_temp.lay(62021, 'z', 1, '2024-Q2', 'Y');
