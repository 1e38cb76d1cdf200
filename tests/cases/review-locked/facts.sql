select pg_temp.nilai(6202, '1.1', 'P1', 'A');
