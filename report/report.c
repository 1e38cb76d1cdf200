/* kp2s-report - the province workbook of a year's review, for people.
 *
 * In: the review tables as kp2s-review left them, with definitions and lineage from the warehouse, read in
 * one snapshot. Out: an Excel workbook that appears whole or not at all; the same database gives the same
 * bytes. Refused: a year or province without a review. Nothing is computed here but sums for display, in
 * sql/report.
 */
#include "book.h"
#include "data.h"
#include "sheets.h"

#include "err.h"
#include "pg.h"
#include "prog.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* libxlsxwriter writes by path and does not fsync: this makes the temporary durable and gives it its name. */
static bool settle(const char *temporary, const char *path, struct err *e)
{
    int fd = open(temporary, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_sys(e, "cannot read back '%s'", temporary);
    bool ok = fsync(fd) == 0 || err_sys(e, "cannot write '%s'", path);
    close(fd);
    if (!ok || rename(temporary, path) == 0)
        return ok;
    err_sys(e, "cannot create '%s'", path);
    e->status = ST_CANTCREATE;
    return false;
}

static bool write_book(const struct data *data, const char *path, struct arena *a, struct err *e)
{
    static void (*const sheets[])(struct book *) = {
        sheet_summary, sheet_ranking, sheet_coverage, sheet_convergence, sheet_prevalence,
        sheet_aksi,    sheet_quality, sheet_findings, sheet_definitions, sheet_lineage};
    const char *temporary = arena_cstr(a, arena_printf(a, "%s.tmp.%ld", path, (long)getpid()));
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) {
        err_sys(e, "cannot create '%s'", path);
        e->status = ST_CANTCREATE;
        return false;
    }
    close(fd);
    struct book book;
    bool ok = book_open(&book, temporary, data, a, e);
    if (ok) {
        for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
            sheets[i](&book);
        ok = book_close(&book, path, e) && settle(temporary, path, e);
    }
    if (!ok)
        unlink(temporary);
    return ok;
}

static bool run(const char *conninfo, const char *year, const char *province, const char *path, struct err *e)
{
    long number;
    if (!year || strlen(year) != 4 || !str_to_long(str_c(year), &number)) {
        err_set(e, ST_USAGE,
                year ? "the performance year is not a year of four digits"
                     : "the performance year is missing");
        return err_hint(e, "kp2s-report --year 2024 -o reviu-2024.xlsx");
    }
    if (!path || strcmp(path, "-") == 0) {
        err_set(e, ST_USAGE, "a file for the workbook is missing");
        return err_hint(e, "kp2s-report --year %s -o reviu-%s.xlsx", year, year);
    }
    struct pg pg;
    struct arena arena = {0};
    struct data data = {.year = year, .province = province};
    if (!pg_connect(&pg, conninfo, e))
        return false;
    bool ok = data_read(&data, &pg, &arena, e);
    pg_close(&pg);
    if (ok) {
        ok = write_book(&data, path, &arena, e);
        if (ok)
            prog_log(LOG_INFO, "'%s': review of %s, province %s, %d kabupaten/kota, %d submissions, %.1f s",
                     path, year, data.province, data_rows(&data, SET_RANKING),
                     data_rows(&data, SET_SUBMISSIONS), prog_seconds());
        data_done(&data);
    }
    arena_done(&arena);
    return ok;
}

int main(int argc, char **argv)
{
    const char *db = NULL, *year = NULL, *province = NULL, *path = NULL;
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &db, NULL},
        {'y', "year", "YEAR", "performance year", &year, NULL},
        {0, "province", "CODE", "province; default: the one with a review", &province, NULL},
        {'o', "output", "FILE", "the workbook to write", &path, NULL},
        {0, NULL, NULL, NULL, NULL, NULL},
    };
    const struct prog prog = {
        .name = "kp2s-report",
        .synopsis = "--year YEAR [--province CODE] [--db CONNINFO] -o FILE.xlsx",
        .about =
            "Writes the province workbook of a review computed by kp2s-review: summary, ranking, coverage,\n"
            "convergence, prevalence, Aksi, data quality, findings, definitions and lineage, in Indonesian.",
        .examples = "  kp2s-report --year 2024 -o reviu-2024.xlsx",
        .options = options,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(db, year, province, path, &e);
    return prog_end(&prog, &e);
}
