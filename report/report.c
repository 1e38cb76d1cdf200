/* kp2s-report - a year's review for people: the province workbook, a web page, or open data.
 *
 * In: the review as kp2s-review left it, or an edition of kp2s-edition, read from the views of bi in one
 * snapshot. Out: an Excel workbook, one HTML page or a folder of CSV files that appears whole or not at all;
 * the same database gives the same bytes. Refused: a year or province without a review, an edition that is
 * not what was frozen, open data of what was not published. Nothing is computed here but sums for display,
 * in sql/report.
 */
#include "book.h"
#include "data.h"
#include "package.h"
#include "page.h"
#include "sheets.h"

#include "err.h"
#include "pg.h"
#include "pgedition.h"
#include "prog.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
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
        sheet_summary, sheet_ranking,     sheet_strengths,   sheet_quadrant, sheet_coverage,
        sheet_trend,   sheet_lokus,       sheet_convergence, sheet_services, sheet_prevalence,
        sheet_survey,  sheet_aksi,        sheet_quality,     sheet_due,      sheet_findings,
        sheet_changes, sheet_definitions, sheet_lineage};
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

/* out_open() keeps what it writes to its owner: right for streams of persons, wrong for a page to publish. */
static bool publish(const struct out *o, const char *path, struct err *e)
{
    mode_t mask = umask(0);
    umask(mask);
    const char *temporary = out_temporary(o);
    return !temporary || chmod(temporary, 0644 & ~mask) == 0 || err_sys(e, "cannot create '%s'", path);
}

static bool write_page(const struct data *data, const char *path, struct arena *a, struct err *e)
{
    struct out *o = out_open(path, e);
    if (!o)
        return false;
    page_write(o, data, a);
    if (!publish(o, path, e)) {
        out_abandon(o);
        return false;
    }
    return out_commit(o, e);
}

struct job {
    const char *db, *year, *province, *edition, *path, *lang;
    bool page, csv;
};

/* What is asked for, before the database is. */
static bool understand(struct job *j, const char *form, struct err *e)
{
    long number;
    j->page = form && strcmp(form, "html") == 0;
    j->csv = form && strcmp(form, "csv") == 0;
    bool english = j->lang && strcmp(j->lang, "en") == 0;
    if (form && !j->page && !j->csv && strcmp(form, "xlsx") != 0) {
        err_set(e, ST_USAGE, "'%s' is none of xlsx, html, csv", form);
        return err_hint(e, "kp2s-report html --year 2024 -o reviu-2024.html");
    }
    if (!j->year || strlen(j->year) != 4 || !str_to_long(str_c(j->year), &number)) {
        err_set(e, ST_USAGE,
                j->year ? "the performance year is not a year of four digits"
                        : "the performance year is missing");
        return err_hint(e, "kp2s-report --year 2024 -o reviu-2024.xlsx");
    }
    if (j->edition && !pg_edition_number(j->edition))
        return err_set(e, ST_USAGE, "'%.40s' is no number of an edition", j->edition);
    if (j->lang && !english && strcmp(j->lang, "id") != 0)
        return err_set(e, ST_USAGE, "the language '%s' is neither id nor en", j->lang);
    if (j->lang && j->csv)
        return err_set(e, ST_USAGE,
                       "the CSV files are explained in both languages; --lang does not go with them");
    if (j->csv && (!j->path || strcmp(j->path, "-") == 0)) {
        err_set(e, ST_USAGE, "a folder for the CSV files is missing");
        return err_hint(e, "kp2s-report csv --year %s -o reviu-%s", j->year, j->year);
    }
    if (!j->page && (!j->path || strcmp(j->path, "-") == 0)) {
        err_set(e, ST_USAGE, "a file for the workbook is missing");
        return err_hint(e, "kp2s-report --year %s -o reviu-%s.xlsx", j->year, j->year);
    }
    words_speak(english ? LANG_EN : LANG_ID);
    return true;
}

static bool write_form(const struct job *j, const struct data *data, struct arena *a, struct err *e)
{
    return j->page  ? write_page(data, j->path, a, e)
           : j->csv ? package_write(data->own, data, j->path, a, e)
                    : write_book(data, j->path, a, e);
}

static bool run(struct job *j, const char *form, struct err *e)
{
    struct pg pg;
    struct arena arena = {0};
    struct data data = {0};
    struct package package = {0};
    if (!understand(j, form, e) || !pg_connect(&pg, j->db, e))
        return false;
    data = (struct data){
        .year = j->year, .province = j->province, .edition = j->edition, .page = j->page, .changes = !j->csv};
    if (j->csv) {
        data.also = package_read;
        data.own = &package;
    }
    bool ok = data_read(&data, &pg, &arena, e);
    pg_close(&pg);
    if (ok) {
        ok = write_form(j, &data, &arena, e);
        if (ok)
            prog_log(LOG_INFO, "'%s': review of %s, province %s, %d kabupaten/kota, %d submissions, %.1f s",
                     j->path ? j->path : "-", j->year, data.province, data_rows(&data, SET_RANKING),
                     data_rows(&data, SET_SUBMISSIONS), prog_seconds());
        data_done(&data);
    }
    package_done(&package);
    arena_done(&arena);
    return ok;
}

int main(int argc, char **argv)
{
    struct job j = {0};
    const struct option_spec options[] = {
        {0, "db", "CONNINFO", "database; default KP2S_DB, else libpq's environment", &j.db, NULL},
        {'y', "year", "YEAR", "performance year", &j.year, NULL},
        {0, "province", "CODE", "province; default: the one with a review", &j.province, NULL},
        {0, "edition", "NUMBER", "an edition of kp2s-edition; default: the present", &j.edition, NULL},
        {0, "lang", "LANG", "xlsx, html: id (Indonesian, the default) or en (English)", &j.lang, NULL},
        {'o', "output", "FILE", "the file to write, csv: the folder; html: default standard output", &j.path,
         NULL},
        {0, NULL, NULL, NULL, NULL, NULL},
    };
    const struct prog prog = {
        .name = "kp2s-report",
        .synopsis = "[xlsx] --year YEAR [--province CODE] [--edition NUMBER] [--lang LANG] [--db CONNINFO] "
                    "-o FILE.xlsx\n"
                    "       kp2s-report html --year YEAR [--province CODE] [--edition NUMBER] [--lang LANG] "
                    "[--db CONNINFO] "
                    "[-o FILE.html]\n"
                    "       kp2s-report csv --year YEAR [--province CODE] [--edition NUMBER] [--db CONNINFO] "
                    "-o FOLDER",
        .about =
            "Writes a review computed by kp2s-review, or an edition of it. xlsx, the default: the province "
            "workbook with summary,\n"
            "ranking and movement, strong and weak aspects, coverage, trend, convergence, prevalence, Aksi, "
            "data\n"
            "quality, findings, definitions and lineage. html: one web page to publish that needs no "
            "network,\n"
            "readable on a phone and on paper. csv: the tables to publish as CSV files, with "
            "datapackage.json,\n"
            "which explains them.",
        .examples = "  kp2s-report --year 2024 -o reviu-2024.xlsx\n"
                    "  kp2s-report html --year 2024 -o reviu-2024.html\n"
                    "  kp2s-report --year 2024 --edition 1 -o reviu-2024-edisi-1.xlsx\n"
                    "  kp2s-report csv --year 2024 -o reviu-2024",
        .options = options,
        .max_operands = 1,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(&j, n > 0 ? operands[0] : NULL, &e);
    return prog_end(&prog, &e);
}
