/* kp2s-sample - an invented province, sent as its agencies would send it, with the truth beside it.
 *
 * In:  etc/catalogue (regions, indicators, targets), etc/instruments, etc/growth; nothing else, no real data.
 * Out: DIR/inbox, workbooks and text files in the agencies' forms, clean and dirty; DIR/truth, what a right
 * reader finds in them cell by cell, every remark it has to make, and the review of the year. The same
 * options give the same bytes. doc/sample.md tells what the province is made of. Refused: a DIR that is not
 * empty; a province that the register does not know.
 *
 * The truth is the oracle of the tests: it comes from what was generated, by code that shares nothing with
 * the stages.
 */
#include "sample.h"
#include "day.h"
#include "form.h"
#include "spell.h"

#include "prog.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct choices {
    const char *province, *year, *seed, *villages, *children, *quarters, *poor, *dirt, *outliers, *forms,
        *regencies, *etc, *dir;
};

static bool number(const char *text, const char *option, long low, long high, long *value, struct err *e)
{
    if (str_to_long(str_c(text), value) && *value >= low && *value <= high)
        return true;
    return err_set(e, ST_USAGE, "--%s takes a whole number from %ld to %ld, not '%s'", option, low, high,
                   text);
}

int sample_fault(struct rng *r, const struct sample *s, int faults)
{
    return rng_chance(r, s->dirt) ? rng_between(r, 1, faults) : 0;
}

/* The folder and those above it that are missing. */
static bool make_folder(const char *path, struct err *e)
{
    char part[PATH_MAX];
    if (snprintf(part, sizeof part, "%s", path) >= (int)sizeof part)
        return err_set(e, ST_CANTCREATE, "'%s' is too long for a path", path);
    for (char *p = part + 1;; p++) {
        char was = *p;
        if (was != '/' && was != '\0')
            continue;
        *p = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST) {
            int errnum = errno;
            return err_set(e, ST_CANTCREATE, "cannot create folder '%s': %s", part, strerror(errnum));
        }
        *p = was;
        if (was == '\0')
            return true;
    }
}

struct book *sample_open(struct sample *s, const char *folder, const char *file, enum book_form form,
                         struct err *e)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/inbox/%s", s->dir, folder) >=
        (int)sizeof path - (int)strlen(file) - 2) {
        err_set(e, ST_CANTCREATE, "'%s' is too long for a path", s->dir);
        return NULL;
    }
    if (!make_folder(path, e))
        return NULL;
    strcat(path, "/");
    strcat(path, file);
    s->files++;
    return book_open(path, form, e);
}

/* An old inbox and a new truth must not be mixed. */
static bool check_unused(const char *dir, struct err *e)
{
    static const char *const parts[] = {"inbox", "truth"};
    for (int i = 0; i < 2; i++) {
        char path[PATH_MAX];
        struct stat st;
        snprintf(path, sizeof path, "%s/%s", dir, parts[i]);
        if (stat(path, &st) == 0) {
            err_set(e, ST_CANTCREATE, "'%s' is there already", path);
            return err_hint(e, "give a new folder with -o, or remove the old sample");
        }
    }
    return true;
}

static bool write_all(struct sample *s, struct err *e)
{
    for (size_t i = 0; i < s->province.regencies; i++) {
        const struct regency *g = &s->province.regency[i];
        prog_progress(g->name, (long)i, (long)s->province.regencies);
        if (!coverage_write(s, g, e) || !measure_write(s, g, e) || !service_write(s, g, e))
            return false;
    }
    prog_progress("", (long)s->province.regencies, (long)s->province.regencies);
    if (s->catalogue.instrument.found)
        return panel_write(s, e);
    prog_log(LOG_WARN, "no instrument for performance year %d: no panel scores, no ranking", s->year);
    return true;
}

/* Named forms alone; beside their truth what is said of each file at upload. They are no province to review.
 */
static bool write_forms(struct sample *s, const char *list, long regencies, struct err *e)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/truth/upload.csv", s->dir);
    s->upload = out_open(path, e);
    if (!s->upload)
        return false;
    struct str heading = STR("file,layout,period,regency,province");
    out_write(s->upload, heading.ptr, heading.len);
    out_line(s->upload);
    if (form_write_list(s, list, (size_t)regencies, e))
        return out_commit(s->upload, e);
    out_abandon(s->upload);
    return false;
}

/* forms NULL: the whole sample. */
static bool make(struct sample *s, const char *forms, long regencies, struct err *e)
{
    char truth[PATH_MAX];
    snprintf(truth, sizeof truth, "%s/truth", s->dir);
    if (!check_unused(s->dir, e) || !make_folder(truth, e))
        return false;
    review_begin(&s->review, &s->catalogue, &s->province, s->year);
    bool good =
        truth_open(&s->truth, truth, s->outliers > 0, e) &&
        (forms ? write_forms(s, forms, regencies, e) : write_all(s, e) && review_write(&s->review, truth, e));
    good = truth_close(&s->truth, good, e);
    review_end(&s->review);
    return good;
}

static bool run(const struct choices *c, struct err *e)
{
    static struct sample s;
    long year = 0, seed = 0, villages = 0, children = 0, quarters = 0, dirt = 0, outliers = 0, regencies = 0;
    if (!c->dir) {
        err_set(e, ST_USAGE, "where to? -o DIR is missing");
        return false;
    }
    if (!number(c->year, "year", 2020, 2035, &year, e) || !number(c->seed, "seed", 0, LONG_MAX, &seed, e) ||
        !number(c->children, "children", 0, 500, &children, e) ||
        !number(c->quarters, "quarters", 1, 4, &quarters, e) || !number(c->dirt, "dirt", 0, 200, &dirt, e) ||
        !number(c->outliers, "outliers", 0, 200, &outliers, e) ||
        !number(c->regencies, "regencies", 1, 100, &regencies, e) ||
        (c->forms && !form_list_known(c->forms, e)) ||
        (strcmp(c->villages, "all") != 0 &&
         !number(c->villages, "villages-per-regency", 1, 10000, &villages, e)))
        return false;
    const char *etc = prog_etc(c->etc);
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/catalogue/regions.csv.gz", etc);
    struct place_choice choice = {path, c->province, c->poor, villages, (uint64_t)seed};
    s = (struct sample){.dir = c->dir,
                        .year = (int)year,
                        .seed = (uint64_t)seed,
                        .children = (int)children,
                        .quarters = (int)quarters,
                        .dirt = (double)dirt / 1000,
                        .outliers = (double)outliers / 1000};
    bool good = catalogue_read(&s.catalogue, etc, s.year, e) && place_read(&s.province, &choice, e) &&
                make(&s, c->forms, regencies, e);
    place_done(&s.province);
    catalogue_done(&s.catalogue);
    if (good)
        prog_log(LOG_INFO, "%ld files, %ld records, %ld remarks expected, %.1f s", s.files, s.truth.records,
                 s.truth.remarks, prog_seconds());
    return good;
}

/* Numbers for fixtures: "33.76,2023-03-15,L,20" gives the first 20 that the generator makes of that. */
static void print_niks(const char *wanted, struct err *e)
{
    enum { MOST = 9998 };
    char code[6], sex, rest, text[32];
    int year, month, day, n;
    if (sscanf(wanted, "%5[0-9.],%4d-%2d-%2d,%c,%d%c", code, &year, &month, &day, &sex, &n, &rest) != 6 ||
        strlen(code) != 5 || code[2] != '.' || (sex != 'L' && sex != 'P') || n < 1 || n > MOST ||
        day_date(day_of(year, month, day)).month != month) {
        err_set(e, ST_USAGE, "cannot read '%s'", wanted);
        err_hint(e, "--nik takes REGENCY,YYYY-MM-DD,L or P,COUNT, for example 33.76,2023-03-15,L,20");
        return;
    }
    struct out *out = out_open(NULL, e);
    for (int i = 0; i < n; i++) {
        out_field(out, str_c(spell_nik(code, day_of(year, month, day), sex == 'P', i, text)));
        out_line(out);
    }
    out_commit(out, e);
}

int main(int argc, char **argv)
{
    const char *niks = NULL;
    static struct choices c = {"62", "2024", "1", "all", "8", "1", NULL, "20", "0", NULL, "1", NULL, NULL};
    const struct option_spec options[] = {
        {0, "province", "CODE", "province of the region register; default 62, Kalimantan Tengah", &c.province,
         NULL},
        {0, "year", "YEAR", "performance year of all forms; default 2024", &c.year, NULL},
        {0, "seed", "N", "another number, another province; default 1", &c.seed, NULL},
        {0, "villages-per-regency", "N", "villages of each kabupaten/kota, or all; default all", &c.villages,
         NULL},
        {0, "children", "N", "children measured in each village; default 8", &c.children, NULL},
        {0, "quarters", "N", "quarters of convergence data, the year's last ones; default 1", &c.quarters,
         NULL},
        {0, "poor", "CODE", "the kabupaten/kota that does badly; default the last but two", &c.poor, NULL},
        {0, "dirt", "PERMILLE", "data rows with a fault, of a thousand; default 20", &c.dirt, NULL},
        {0, "outliers", "PERMILLE", "figures of coverage that stand out, of a thousand; default 0",
         &c.outliers, NULL},
        {0, "forms", "LIST", "only these forms, by id of their layouts, or all; no review", &c.forms, NULL},
        {0, "regencies", "N", "with --forms: of the first N kabupaten/kota; default 1", &c.regencies, NULL},
        {0, "etc", "DIR", "folder with catalogue, instruments, growth", &c.etc, NULL},
        {0, "nik", "SPEC", "print invented NIK for fixtures instead: REGENCY,YYYY-MM-DD,L|P,COUNT", &niks,
         NULL},
        {'o', "output", "DIR", "where to write inbox and truth", &c.dir, NULL},
        {0},
    };
    const struct prog p = {
        .name = "kp2s-sample",
        .synopsis = "[--province CODE] [--year YEAR] [--seed N] [--dirt PERMILLE] … [--forms LIST] -o DIR | "
                    "--nik SPEC",
        .about = "Writes an invented province: DIR/inbox with the agencies' files, DIR/truth with what a "
                 "right reader\n"
                 "finds in them. The same options give the same bytes.",
        .examples = "  kp2s-sample -o /tmp/kalteng\n"
                    "  kp2s-sample --villages-per-regency 6 --children 3 -o /tmp/small",
        .options = options,
        .max_operands = 0,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    if (niks)
        print_niks(niks, &e);
    else
        run(&c, &e);
    return prog_end(&p, &e);
}
