/* kp2s-report - a year's review for people: the province workbook, a web page, open data, a scorecard for
 * each kabupaten/kota, the tables of Aksi 7 and Aksi 8.
 *
 * In: the review as kp2s-review left it, or an edition of kp2s-edition, read from the views of bi in one
 * snapshot. Out: a workbook, a page, or a folder, each file of which appears whole or not at all; the same
 * database gives the same bytes. Refused: a year or province without a review, an edition that is not what
 * was frozen, open data of what was not published. Nothing is computed here but sums for display, in
 * sql/report.
 */
#include "aksi7.h"
#include "aksi8.h"
#include "bookfile.h"
#include "cards.h"
#include "data.h"
#include "package.h"
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

struct job {
    const char *db, *year, *province, *edition, *path, *lang, *region, *etc;
    struct pg pg;
    struct arena arena;
    struct data data;
    int files; /* written */
};

/* --- the forms --- */

static void fill_book(struct book *book, const void *with)
{
    static void (*const sheets[])(struct book *) = {
        sheet_summary, sheet_ranking,     sheet_strengths,   sheet_quadrant, sheet_coverage,
        sheet_trend,   sheet_lokus,       sheet_convergence, sheet_services, sheet_prevalence,
        sheet_survey,  sheet_aksi,        sheet_quality,     sheet_due,      sheet_findings,
        sheet_changes, sheet_definitions, sheet_lineage};
    (void)with;
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        sheets[i](book);
}

static bool write_xlsx(struct job *j, struct err *e)
{
    return bookfile_write(j->path, BOOKFILE_PUBLIC, &j->data, fill_book, NULL, &j->arena, e);
}

/* out_open() keeps what it writes to its owner: right for streams of persons, wrong for a page to publish. */
static bool publish(const struct out *o, const char *path, struct err *e)
{
    mode_t mask = umask(0);
    umask(mask);
    const char *temporary = out_temporary(o);
    return !temporary || chmod(temporary, 0644 & ~mask) == 0 || err_sys(e, "cannot create '%s'", path);
}

static bool write_html(struct job *j, struct err *e)
{
    struct out *o = out_open(j->path, e);
    if (!o)
        return false;
    page_write(o, &j->data, &j->arena);
    if (!publish(o, j->path, e)) {
        out_abandon(o);
        return false;
    }
    return out_commit(o, e);
}

static bool write_csv(struct job *j, struct err *e)
{
    struct package package = {0};
    bool ok = package_read(&package, &j->data, &j->pg, e) &&
              package_write(&package, &j->data, j->path, &j->arena, e);
    j->files = PACKAGE_TABLES + 1;
    package_done(&package);
    return ok;
}

static bool write_scorecard(struct job *j, struct err *e)
{
    return cards_write(&scorecard, &j->data, &j->pg, j->path, j->region, &j->files, e);
}

static bool write_aksi8(struct job *j, struct err *e)
{
    struct aksi8_layout layout;
    if (!aksi8_layout(&layout, prog_etc(j->etc), &j->arena, e))
        return false;
    struct cards cards = aksi8_cards(&layout);
    return cards_write(&cards, &j->data, &j->pg, j->path, j->region, &j->files, e);
}

static bool write_aksi7(struct job *j, struct err *e)
{
    return aksi7_write(&j->data, &j->pg, j->path, &j->arena, e);
}

enum {
    TO_STDOUT = 1,      /* without -o */
    OF_REGION = 2,      /* takes --region: a workbook for each kabupaten/kota */
    NO_EDITION = 4,     /* of what is published, of which there are no editions */
    BOTH_LANGUAGES = 8, /* takes no --lang */
    LAYOUT = 16         /* takes --etc */
};
static const struct form {
    const char *name, *what, *example, *suffix; /* of -o: EXAMPLE-2024SUFFIX */
    bool (*write)(struct job *j, struct err *e);
    bool book, page, changes; /* what of the data it wants */
    int traits;
} forms[] = {
    {"xlsx", "a file for the workbook", "reviu", ".xlsx", write_xlsx, true, false, true, 0},
    {"html", "", "reviu", ".html", write_html, false, true, true, TO_STDOUT},
    {"csv", "a folder for the CSV files", "reviu", "", write_csv, false, false, false, BOTH_LANGUAGES},
    {"scorecard", "a folder for the scorecards", "kartu", "", write_scorecard, false, false, false,
     OF_REGION},
    {"aksi7", "a file for the tables of Aksi 7", "aksi7", ".xlsx", write_aksi7, false, false, false,
     NO_EDITION},
    {"aksi8", "a folder for the tables of Aksi 8", "aksi8", "", write_aksi8, false, false, false,
     OF_REGION | LAYOUT},
};
enum { FORMS = sizeof forms / sizeof *forms };

static const struct form *find_form(const char *name, struct err *e)
{
    for (int i = 0; i < FORMS; i++)
        if (!name || strcmp(name, forms[i].name) == 0)
            return &forms[i];
    err_set(e, ST_USAGE, "'%.40s' is none of xlsx, html, csv, scorecard, aksi7, aksi8", name);
    err_hint(e, "kp2s-report html --year 2024 -o reviu-2024.html");
    return NULL;
}

/* --- --- */

/* An option is refused where it would do nothing. */
static bool options_go(const struct job *j, const struct form *f, struct err *e)
{
    const struct {
        const char *name, *value;
        bool goes;
    } options[] = {
        {"region", j->region, f->traits & OF_REGION},
        {"edition", j->edition, !(f->traits & NO_EDITION)},
        {"lang", j->lang, !(f->traits & BOTH_LANGUAGES)},
        {"etc", j->etc, f->traits & LAYOUT},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].value && !options[i].goes)
            return err_set(e, ST_USAGE, "--%s does not go with %s", options[i].name, f->name);
    return true;
}

/* What is asked for, before the database is. */
static bool understand(const struct job *j, const struct form *f, struct err *e)
{
    long number;
    if (!j->year || strlen(j->year) != 4 || !str_to_long(str_c(j->year), &number)) {
        err_set(e, ST_USAGE,
                j->year ? "the performance year is not a year of four digits"
                        : "the performance year is missing");
        return err_hint(e, "kp2s-report --year 2024 -o reviu-2024.xlsx");
    }
    if (!options_go(j, f, e))
        return false;
    if (j->edition && !pg_edition_number(j->edition))
        return err_set(e, ST_USAGE, "'%.40s' is no number of an edition", j->edition);
    bool english = j->lang && strcmp(j->lang, "en") == 0;
    if (j->lang && !english && strcmp(j->lang, "id") != 0)
        return err_set(e, ST_USAGE, "the language '%s' is neither id nor en", j->lang);
    if (!(f->traits & TO_STDOUT) && (!j->path || strcmp(j->path, "-") == 0)) {
        err_set(e, ST_USAGE, "%s is missing", f->what);
        return err_hint(e, "kp2s-report %s --year %s -o %s-%s%s", f->name, j->year, f->example, j->year,
                        f->suffix);
    }
    words_speak(english ? LANG_EN : LANG_ID);
    return true;
}

static bool run(struct job *j, const char *name, struct err *e)
{
    const struct form *f = find_form(name, e);
    if (!f || !understand(j, f, e) || !pg_connect(&j->pg, j->db, e))
        return false;
    j->files = 1;
    j->data = (struct data){.year = j->year,
                            .province = j->province,
                            .edition = j->edition,
                            .book = f->book,
                            .page = f->page,
                            .changes = f->changes};
    bool ok = data_read(&j->data, &j->pg, &j->arena, e);
    if (ok) {
        ok = f->write(j, e);
        if (ok)
            prog_log(
                LOG_INFO, "'%s': %s of %s, province %s, %d kabupaten/kota, %d submissions, %d file%s, %.1f s",
                j->path ? j->path : "-", f->name, j->year, j->data.province, data_rows(&j->data, SET_RANKING),
                data_rows(&j->data, SET_SUBMISSIONS), j->files, j->files == 1 ? "" : "s", prog_seconds());
        data_done(&j->data);
    }
    pg_close(&j->pg);
    arena_done(&j->arena);
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
        {0, "lang", "LANG", "id (Indonesian, the default) or en (English); csv has both", &j.lang, NULL},
        {0, "etc", "DIR", "aksi8: folder with the toolkit's data, for report/aksi8.csv", &j.etc, NULL},
        {'o', "output", "FILE", "the file to write, or the folder; html: default standard output", &j.path,
         NULL},
        {0, NULL, NULL, NULL, NULL, NULL},
    };
    const struct prog prog = {
        .name = "kp2s-report",
        .synopsis = "[xlsx|html|csv|scorecard|aksi7|aksi8] --year YEAR [OPTION…] -o FILE|FOLDER",
        .about =
            "Writes a review computed by kp2s-review, or an edition of it.\n"
            "  xlsx       the province workbook (the default)\n"
            "  html       one web page to publish that needs no network, readable on a phone and on paper\n"
            "  csv        a folder with the tables to publish and datapackage.json, which explains them\n"
            "  scorecard  a folder with a workbook for each kabupaten/kota: a page to print, its villages, "
            "what to\n"
            "             do next; not to be published\n"
            "  aksi7      a workbook with what kp2s-publish lets be published, by region\n"
            "  aksi8      a folder with the tables of the annual review of each kabupaten/kota, as\n"
            "             report/aksi8.csv lays them out",
        .examples = "  kp2s-report --year 2024 -o reviu-2024.xlsx\n"
                    "  kp2s-report html --year 2024 --lang en -o review-2024.html\n"
                    "  kp2s-report --year 2024 --edition 1 -o reviu-2024-edisi-1.xlsx\n"
                    "  kp2s-report csv --year 2024 -o reviu-2024\n"
                    "  kp2s-report scorecard --year 2024 -o kartu-2024\n"
                    "  kp2s-report aksi8 --year 2024 --region 62.03 -o aksi8-2024",
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
