/* kp2s-report - a year's review for people: the province workbook, a web page, a scorecard for each
 * kabupaten/kota, the tables of Aksi 7 and Aksi 8.
 *
 * In: the review as kp2s-review left it, or an edition of kp2s-edition, read from the views of bi in one
 * snapshot. Out: an Excel workbook or one HTML page that appears whole or not at all; the same database
 * gives the same bytes. Refused: a year or province without a review, an edition that is not what was frozen.
 * Nothing is computed here but sums for display, in sql/report.
 */
#include "aksi7.h"
#include "aksi8.h"
#include "bookfile.h"
#include "cards.h"
#include "data.h"
#include "page.h"
#include "sheets.h"

#include "err.h"
#include "pg.h"
#include "pgedition.h"
#include "prog.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void fill_book(struct book *book, const void *with)
{
    static void (*const sheets[])(struct book *) = {
        sheet_summary, sheet_ranking,  sheet_coverage, sheet_convergence, sheet_prevalence, sheet_aksi,
        sheet_quality, sheet_findings, sheet_changes,  sheet_definitions, sheet_lineage};
    (void)with;
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        sheets[i](book);
}

static bool write_book(const struct data *data, const char *path, struct arena *a, struct err *e)
{
    return bookfile_write(path, BOOKFILE_PUBLIC, data, fill_book, NULL, a, e);
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

/* The forms beside the province workbook and the page; those in a folder have a workbook for each
 * kabupaten/kota. */
enum more { MORE_NONE, MORE_SCORECARD, MORE_AKSI8, MORE_AKSI7, MORES };
static const struct {
    const char *name, *what, *example;
    bool folder;
} mores[MORES] = {[MORE_SCORECARD] = {"scorecard", "a folder for the scorecards", "kartu-2024", true},
                  [MORE_AKSI8] = {"aksi8", "a folder for the tables of Aksi 8", "aksi8-2024", true},
                  [MORE_AKSI7] = {"aksi7", "a file for the tables of Aksi 7", "aksi7-2024.xlsx", false}};

struct job {
    const char *db, *year, *province, *edition, *path, *lang, *region, *etc;
    bool page;
    enum more more;
};

static enum more find_more(const char *form)
{
    for (int i = MORE_NONE + 1; form && i < MORES; i++)
        if (strcmp(form, mores[i].name) == 0)
            return (enum more)i;
    return MORE_NONE;
}

static bool understand_more(const struct job *j, struct err *e)
{
    if (j->region && !mores[j->more].folder)
        return err_set(e, ST_USAGE, "--region goes with scorecard and aksi8");
    if (j->edition && j->more == MORE_AKSI7)
        return err_set(e, ST_USAGE, "aksi7 is of what is published, of which there are no editions");
    if (j->more && (!j->path || strcmp(j->path, "-") == 0)) {
        err_set(e, ST_USAGE, "%s is missing", mores[j->more].what);
        return err_hint(e, "kp2s-report %s --year %s -o %s", mores[j->more].name, j->year,
                        mores[j->more].example);
    }
    return true;
}

static bool write_more(const struct job *j, struct data *data, struct pg *pg, struct arena *a, struct err *e)
{
    struct aksi8_layout layout;
    struct cards cards = scorecard;
    int written = 1;
    if (j->more == MORE_AKSI8) {
        if (!aksi8_layout(&layout, prog_etc(j->etc), a, e))
            return false;
        cards = aksi8_cards(&layout);
    }
    if (j->more == MORE_AKSI7 ? !aksi7_write(data, pg, j->path, a, e)
                              : !cards_write(&cards, data, pg, j->path, j->region, &written, e))
        return false;
    prog_log(LOG_INFO, "'%s': %s of %s, province %s, %d workbook%s, %.1f s", j->path, mores[j->more].name,
             j->year, data->province, written, written == 1 ? "" : "s", prog_seconds());
    return true;
}

/* What is asked for, before the database is. */
static bool understand(struct job *j, const char *form, struct err *e)
{
    long number;
    j->page = form && strcmp(form, "html") == 0;
    bool english = j->lang && strcmp(j->lang, "en") == 0;
    j->more = find_more(form);
    if (form && !j->page && !j->more && strcmp(form, "xlsx") != 0) {
        err_set(e, ST_USAGE, "'%s' is none of xlsx, html, scorecard, aksi8, aksi7", form);
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
    if (english && !j->page && !j->more) {
        err_set(e, ST_USAGE, "the workbook is in Indonesian only");
        return err_hint(e, "kp2s-report html --lang en writes the page in English");
    }
    if (!understand_more(j, e))
        return false;
    if (!j->page && (!j->path || strcmp(j->path, "-") == 0)) {
        err_set(e, ST_USAGE, "a file for the workbook is missing");
        return err_hint(e, "kp2s-report --year %s -o reviu-%s.xlsx", j->year, j->year);
    }
    words_speak(english ? LANG_EN : LANG_ID);
    return true;
}

static bool run(struct job *j, const char *form, struct err *e)
{
    struct pg pg;
    struct arena arena = {0};
    struct data data = {0};
    if (!understand(j, form, e) || !pg_connect(&pg, j->db, e))
        return false;
    data = (struct data){.year = j->year,
                         .province = j->province,
                         .edition = j->edition,
                         .page = j->page,
                         .open = j->more,
                         .changes = !j->more};
    bool ok = data_read(&data, &pg, &arena, e);
    if (ok && j->more) {
        ok = write_more(j, &data, &pg, &arena, e);
        data_done(&data);
    }
    pg_close(&pg);
    if (ok && !j->more) {
        ok = j->page ? write_page(&data, j->path, &arena, e) : write_book(&data, j->path, &arena, e);
        if (ok)
            prog_log(LOG_INFO, "'%s': review of %s, province %s, %d kabupaten/kota, %d submissions, %.1f s",
                     j->path ? j->path : "-", j->year, data.province, data_rows(&data, SET_RANKING),
                     data_rows(&data, SET_SUBMISSIONS), prog_seconds());
        data_done(&data);
    }
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
        {0, "region", "CODE", "scorecard, aksi8: only this kabupaten/kota", &j.region, NULL},
        {0, "lang", "LANG", "all but xlsx: id (Indonesian, the default) or en (English)", &j.lang, NULL},
        {0, "etc", "DIR", "aksi8: folder with the toolkit's data, for report/aksi8.csv", &j.etc, NULL},
        {'o', "output", "FILE", "the file to write, or the folder; html: default standard output", &j.path,
         NULL},
        {0, NULL, NULL, NULL, NULL, NULL},
    };
    const struct prog prog = {
        .name = "kp2s-report",
        .synopsis = "[xlsx] --year YEAR [--province CODE] [--edition NUMBER] [--db CONNINFO] -o FILE.xlsx\n"
                    "       kp2s-report html --year YEAR [--province CODE] [--edition NUMBER] [--lang LANG] "
                    "[--db CONNINFO] "
                    "[-o FILE.html]\n"
                    "       kp2s-report scorecard|aksi8 --year YEAR [--region CODE] [--province CODE] "
                    "[--edition NUMBER] [--lang LANG] [--db CONNINFO] -o FOLDER\n"
                    "       kp2s-report aksi7 --year YEAR [--province CODE] [--lang LANG] [--db CONNINFO] -o "
                    "FILE.xlsx",
        .about =
            "Writes a review computed by kp2s-review, or an edition of it. xlsx, the default: the province "
            "workbook with summary,\n"
            "ranking, coverage, convergence, prevalence, Aksi, data quality, findings, definitions and "
            "lineage,\n"
            "in Indonesian. html: one web page to publish that needs no network, readable on a phone and on "
            "paper. scorecard: a workbook for each kabupaten/kota, with a page to print, its villages and "
            "what to do next; not to be\n"
            "published. aksi8: the tables of the annual review for each, as report/aksi8.csv lays them out. "
            "aksi7: what kp2s-publish lets be\n"
            "published, by region.",
        .examples = "  kp2s-report --year 2024 -o reviu-2024.xlsx\n"
                    "  kp2s-report html --year 2024 -o reviu-2024.html\n"
                    "  kp2s-report --year 2024 --edition 1 -o reviu-2024-edisi-1.xlsx\n"
                    "  kp2s-report scorecard --year 2024 -o kartu-2024\n"
                    "  kp2s-report aksi8 --year 2024 --region 62.03 -o aksi8-2024\n"
                    "  kp2s-report aksi7 --year 2024 -o aksi7-2024.xlsx",
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
