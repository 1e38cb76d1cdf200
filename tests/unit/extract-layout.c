/* The layout language: patterns, whole layouts, and every fault with its message and line. */
#include "glob.h"
#include "layout.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

static struct arena a;

Test(glob, patterns)
{
    static const struct {
        const char *pattern, *text, *first,
            *last; /* NULL: no match; "": nothing stood for it, or there is no star */
    } cases[] = {
        {"desa", "desa", "", ""},
        {"desa", "desa/kel", NULL, NULL},
        {"persentase*", "persentase ibu hamil", " ibu hamil", " ibu hamil"},
        {"persentase*", "persentase", "", ""},
        {"* > nilai", "kab. a > nilai", "kab. a", "kab. a"},
        {"* > nilai", "kab. a > nilai akhir", NULL, NULL},
        {"* tahun *", "data tahun 2024", "data", "2024"},
        {"*a*b*c", "xaybzc", "x", "z"},
        {"*ab", "aab", "a", "a"},
        {"tahun ????", "tahun 2024", "", ""},
        {"tahun ????", "tahun 24", NULL, NULL},
        {"a?c",
         "a\xC3\xA9"
         "c",
         "", ""},
        {"*", "", "", ""},
        {"?", "", NULL, NULL},
        {"", "", "", ""},
        {"", "x", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = str_c(cases[i].text);
        struct span first = {0, 0}, last = {0, 0};
        bool match = glob_match(str_c(cases[i].pattern), text, &first, &last);
        cr_assert_eq(match, cases[i].first != NULL, "%s %s", cases[i].pattern, cases[i].text);
        if (!match)
            continue;
        struct str f = {text.ptr + first.from, first.to - first.from},
                   l = {text.ptr + last.from, last.to - last.from};
        cr_assert(str_is(f, cases[i].first), "%s: %.*s", cases[i].pattern, STR_ARG(f));
        cr_assert(str_is(l, cases[i].last), "%s: %.*s", cases[i].pattern, STR_ARG(l));
    }
}

Test(glob, what_a_star_stood_for_as_typed)
{
    struct str typed = STR("  Kab.\xC2\xA0 PULANG\nPisau  >  Nilai "), folded = str_fold(&a, typed);
    struct span star;
    cr_assert(str_is(folded, "kab. pulang pisau > nilai"));
    cr_assert(glob_match(STR("* > nilai"), folded, &star, NULL));
    cr_assert(str_is(glob_unfold(typed, folded, star), "Kab.\xC2\xA0 PULANG\nPisau"));
    cr_assert(glob_match(STR("kab. *"), folded, NULL, &star));
    cr_assert(str_is(glob_unfold(typed, folded, star), "PULANG\nPisau  >  Nilai"));
}

/* --- whole layouts --- */

static char path[64];
static struct layout l;
static struct err e;

static bool read_text(const char *text)
{
    snprintf(path, sizeof path, "/tmp/kp2s-layout-%ld", (long)getpid());
    FILE *f = fopen(path, "w");
    fputs(text, f);
    fclose(f);
    e = (struct err){0};
    bool ok = layout_read(path, &a, &l, &e);
    unlink(path);
    return ok;
}

#define HEAD "[layout]\nid = x\nversion = 2\nkind = coverage\nagency = dinkes\n"

Test(layout, a_whole_one)
{
    cr_assert(
        read_text(
            "[columns]\ndistrict = Kecamatan | Kec.\n  | KECAMATAN ini\nvillage = Desa\n" HEAD
            "[sheets]\ntake = Bumil* | Balita ?\n[header]\nsearch = 9\nrows = 2\n"
            "[titles]\nperiod = Tahun : *\n[constants]\nperiod = 2024\n[fill]\ncolumns = district village\n"
            "[totals]\nwords = JUMLAH | KAB*\n[stop]\nwords = Catatan\n[numbers]\ndecimal = .\n"
            "[group A]\nsheet = Bumil 1\nindicator = E10\nnumerator = L > Jumlah\nreported = %\n"
            "[group B]\nindicator = E11\nnumerator = P\n"),
        "%s", e.text);
    cr_assert(str_is(l.id, "x") && str_is(l.version, "2") && str_is(l.system, "administrasi"));
    cr_assert_eq(l.kind, KIND_COVERAGE);
    cr_assert_not(l.first);
    cr_assert_eq(l.take.n, 2);
    cr_assert_eq(l.columns, 2);
    cr_assert_eq(l.column[0].names.n, 3);
    cr_assert(str_is(l.column[0].names.pattern[2], "kecamatan ini"));
    cr_assert(str_is(l.column[0].names.typed[2], "KECAMATAN ini"));
    cr_assert(l.required[l.column[0].field] && l.required[l.column[1].field]);
    cr_assert_eq(l.fills, 2);
    cr_assert_eq(l.search, 9);
    cr_assert_eq(l.rows, 2);
    cr_assert(str_is(l.decimal, "."));
    cr_assert_eq(l.groups, 2);
    cr_assert_eq(l.group[0].headings, 2);
    cr_assert_eq(l.group[0].constants, 1);
    cr_assert(str_is(layout_field(&l, l.group[0].constant[0].field), "indicator"));
    cr_assert_not(l.group[0].repeats);
    cr_assert_eq(l.group[1].sheet.n, 0);
}

Test(layout, tables_titles_and_what_is_hidden)
{
    cr_assert(read_text(HEAD "[columns]\nvillage = Desa\n[sheets]\ntables = all\ntake = *\n"
                             "[titles]\nregency = Kab *\ndistrict = Kec *\n"
                             "[hidden]\nsheets = refuse\nrows = skip\ncolumns = refuse\n"
                             "[totals]\nwords = JUMLAH\nstand = above\n"),
              "%s", e.text);
    cr_assert(l.all_tables && l.totals_above && !l.first);
    cr_assert(l.hidden_sheets == HIDDEN_REFUSE && l.hidden_rows == HIDDEN_SKIP &&
              l.hidden_columns == HIDDEN_REFUSE);
    size_t titles = 0;
    for (int i = 0; i < LAYOUT_MAX_TITLES; i++)
        titles += l.titles[TITLE_ABOVE][i].n;
    cr_assert_eq(titles, 2);
    cr_assert(str_is(l.titles[TITLE_ABOVE][2].pattern[0], "kab *"));
    for (int i = 0; kind_found[l.kind][i]; i++) {
        bool district = str_is(layout_field(&l, i), "district");
        cr_assert_eq(l.titles[TITLE_ABOVE][LAYOUT_TITLES + i].n, district);
        cr_assert_eq(l.used[i], district || str_is(layout_field(&l, i), "village"));
    }
}

Test(layout, names_of_sheet_and_file_words_and_filters)
{
    cr_assert(read_text(HEAD "[columns]\nvillage = Desa\n[sheets]\ntake = *\ncount = one\n"
                             "[titles]\ndistrict = Kec *\n[sheet name]\ndistrict = *\nperiod = * Reguler\n"
                             "[file name]\nperiod = * Tahun *\n"
                             "[words sex]\nL = 1 | Laki-Laki\nP = 2\n"
                             "[only paud]\nheading = Jenjang\nwords = PAUD | TK\n"
                             "[skip x]\nheading = Ket\nwords = batal*\n"
                             "[known]\nheadings = No | Nama *\n"
                             "[group A]\nperiod = Tahun @\nreported = IDM *\n"),
              "%s", e.text);
    cr_assert(l.one_sheet && !l.all_tables);
    cr_assert_eq(l.titles[TITLE_SHEET_NAME][0].n, 1);
    cr_assert_eq(l.titles[TITLE_FILE_NAME][0].n, 1);
    cr_assert(layout_titled(&l, 0) && !layout_titled(&l, 1));
    cr_assert_eq(l.words, 2);
    cr_assert(str_is(l.word[0].to, "L") && str_is(layout_field(&l, l.word[0].field), "sex"));
    cr_assert_eq(l.filters, 2);
    cr_assert(!l.filter[0].skip && l.filter[1].skip);
    cr_assert(l.drift_new == DRIFT_WARN && l.drift_gone == DRIFT_ACCEPT);
    cr_assert(l.group[0].repeats);
}

Test(layout, defaults)
{
    cr_assert(read_text(HEAD "[columns]\nvillage = Desa\ndistrict = Kec\n[required]\ncolumns = village\n"));
    cr_assert(l.first);
    cr_assert_eq(l.search, 20);
    cr_assert_eq(l.rows, 1);
    cr_assert(str_is(l.decimal, ","));
    cr_assert(l.required[l.column[0].field]);
    cr_assert_not(l.required[l.column[1].field]);
    cr_assert_not(l.all_tables || l.totals_above);
    cr_assert(l.hidden_sheets == HIDDEN_SKIP && l.hidden_rows == HIDDEN_READ &&
              l.hidden_columns == HIDDEN_READ);
}

Test(layout, words_begin_a_text)
{
    cr_assert(read_text(HEAD "[columns]\nvillage = Desa\n[totals]\nwords = Jumlah | KAB* | *total\n"));
    static const struct {
        const char *folded;
        bool begins;
    } cases[] = {{"jumlah", true},    {"jumlah (kab/kota)", true}, {"jumlah: 5", true},
                 {"jumlahan", false}, {"kabupaten x", true},       {"sub total", true},
                 {"totals", false},   {"desa jumlah", false},      {"", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(variants_begin(&l.totals, str_c(cases[i].folded)), cases[i].begins, "%s",
                     cases[i].folded);
}

Test(layout, faults)
{
    static const struct {
        const char *text, *message;
        int line; /* 0: the file as a whole */
    } cases[] = {
        {HEAD "[column]\nvillage = Desa\n", "unknown section [column]", 7},
        {HEAD "[columns x]\nvillage = Desa\n", "unknown section [columns x]", 7},
        {HEAD "colour = red\n", "unknown key: [layout] colour", 6},
        {HEAD "[columns]\nheight = Tinggi\n", "unknown field 'height' for kind coverage", 7},
        {HEAD "[columns]\nvillage = Desa\n[header]\nrows = 7\n", "'rows' must be a whole number from 1 to 6",
         9},
        {HEAD "[columns]\nvillage = Desa\n[header]\nsearch = x\n",
         "'search' must be a whole number from 1 to 100", 9},
        {HEAD "[columns]\nvillage = Desa\n[numbers]\ndecimal = ;\n", "the decimal mark must be , or .", 9},
        {HEAD "[columns]\nvillage = Desa | | x\n", "an empty variant: [columns] village", 7},
        {HEAD "[columns]\nvillage = Desa\ndistrict = Kec\nvillage = Kel\n", "given twice: [columns] village",
         9},
        {HEAD "[columns]\nvillage = Desa\n[constants]\nvillage = X\n",
         "a field filled twice: [constants] village", 9},
        {HEAD "[columns]\nvillage = Desa\n[required]\ncolumns = district\n",
         "field 'district' of [required] does not stand in [columns]", 9},
        {HEAD "[columns]\nvillage = Desa\n[fill]\ncolumns = village nik\n",
         "unknown field 'nik' for kind coverage", 9},
        {HEAD "[columns]\nvillage = Desa\n[titles]\nmonth = *\n", "unknown key: [titles] month", 9},
        {HEAD "[columns]\nvillage = Desa\n[titles]\nnumerator = *\n", "unknown key: [titles] numerator", 9},
        {HEAD "[columns]\nvillage = Desa\n[titles]\nvillage = Desa : *\n",
         "a field filled twice: [columns] village", 7},
        {HEAD "[columns]\nvillage = Desa\n[titles]\ndistrict = Kec *\n[group A]\ndistrict = X\n",
         "a field filled twice: [group A] district", 11},
        {HEAD "[columns]\nvillage = Desa\n[sheets]\ntables = two\n", "'tables' must be one or all", 9},
        {HEAD "[columns]\nvillage = Desa\n[sheets]\nhidden = skip\n", "unknown key: [sheets] hidden", 9},
        {HEAD "[columns]\nvillage = Desa\n[hidden]\nrows = no\n", "'rows' must be read, skip or refuse", 9},
        {HEAD "[columns]\nvillage = Desa\n[hidden]\ncells = read\n", "unknown key: [hidden] cells", 9},
        {HEAD "[columns]\nvillage = Desa\n[totals]\nstand = left\n", "'stand' must be below or above", 9},
        {HEAD "[columns]\nvillage = Desa\n[totals]\nword = x\n", "unknown key: [totals] word", 9},
        {HEAD "[columns]\nvillage = Desa\n[group]\nnumerator = x\n", "[group] without a name", 9},
        {HEAD "[columns]\nvillage = Desa\n[group A]\nvillage = x\n",
         "a field filled twice: [group A] village", 9},
        {HEAD "[columns]\nvillage = Desa\n[group A]\nnumerator = * > a\ndenominator = b\n",
         "either all headings of a group begin with '* >' or none: [group A]", 0},
        {HEAD "[columns]\nvillage = Desa\n[group A]\nindicator = E1\n",
         "a group that reads no value column of its kind: [group A]", 0},
        {HEAD "[columns]\nvillage = Desa\n[group A]\nreported = IDM\nperiod = @\n",
         "a group with @ needs a * in each of its headings: [group A]", 0},
        {HEAD "[columns]\nvillage = Desa\n[words numerator]\n1 = satu\n",
         "figures are not translated: [words numerator] 1", 9},
        {HEAD "[columns]\nvillage = Desa\n[words]\n1 = satu\n", "[words] without a name", 9},
        {HEAD "[columns]\nvillage = Desa\n[words kota]\n1 = satu\n", "unknown field 'kota' for kind coverage",
         9},
        {HEAD "[columns]\nvillage = Desa\n[only x]\nheading = Jenjang\n",
         "[only] and [skip] need a heading and words", 0},
        {HEAD "[columns]\nvillage = Desa\n[skip x]\ncolumn = Jenjang\n", "unknown key: [skip x] column", 9},
        {HEAD "[columns]\nvillage = Desa\n[drift]\nold = warn\n", "unknown key: [drift] old", 9},
        {HEAD "[columns]\nvillage = Desa\n[drift]\nnew = tell\n", "'new' must be accept, warn or refuse", 9},
        {HEAD "[columns]\nvillage = Desa\n[file name]\nvillage = Desa *\n",
         "a field filled twice: [columns] village", 7},
        {HEAD, "neither [columns] nor [group]", 0},
        {"[columns]\nvillage = Desa\n", "no kind in [layout]", 0},
        {"[layout]\nkind = measures\n", "unknown kind 'measures'", 2},
        {"[layout]\nversion = one\n", "'version' must be a whole number from 1 to 1000000", 2},
        {"[layout]\nkind = coverage\n[columns]\nvillage = Desa\n",
         "[layout] needs id, version, kind and agency", 0},
        {"village\n", "not a line of an INI file (key = value, or [section])", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char place[100];
        cr_assert_not(read_text(cases[i].text), "case %zu", i);
        cr_assert_eq(e.status, ST_CONFIG);
        cr_assert_str_eq(e.text, cases[i].message);
        if (cases[i].line > 0)
            snprintf(place, sizeof place, "%s, line %d", path, cases[i].line);
        else
            snprintf(place, sizeof place, "%s", path);
        cr_assert_str_eq(e.place, place, "case %zu: %s", i, e.place);
    }
}
