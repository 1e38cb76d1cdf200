select pg_temp.cov(62011, 1, '2024', null, null, 'missing');
