select pg_temp.cov(63011, 1, '2024', 1, 2), pg_temp.cov(62011, 1, '2024', 1, 2), pg_temp.cov(62991, 1, '2024', 1, 2);
