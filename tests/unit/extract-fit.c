/* How a layout finds its columns: heading row, depth, merged cells, groups, repeats, titles; rows known by
 * their look. */
#include "fit.h"
#include "look.h"

#include "makezip.h"

#include <criterion/criterion.h>

static struct arena a;
static struct err e;
static char layout_path[64], book_path_[64];
static struct fit fit;
static struct layout l;

/* Cells of a sheet as "ref=text;ref=text"; merged ranges as "A1:B2 C3:D4". */
static void make_sheet(const char *cells, const char *merged)
{
    char xml[8000] = "<sheetData>", rest[4000], *save = NULL, *range = NULL;
    snprintf(rest, sizeof rest, "%s", cells);
    long open = 0;
    for (char *c = strtok_r(rest, ";", &save); c; c = strtok_r(NULL, ";", &save)) {
        char *text = strchr(c, '=');
        long row;
        int col;
        size_t n = strlen(xml);
        *text++ = '\0';
        cr_assert(address_parse(str_c(c), &row, &col), "%s", c);
        if (row != open)
            n += (size_t)snprintf(xml + n, sizeof xml - n, "%s<row r=\"%ld\">", open ? "</row>" : "", row);
        open = row;
        snprintf(xml + n, sizeof xml - n, "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>", c, text);
    }
    strcat(xml, open ? "</row></sheetData><mergeCells>" : "</sheetData><mergeCells>");
    snprintf(rest, sizeof rest, "%s", merged);
    for (char *c = strtok_r(rest, " ", &range); c; c = strtok_r(NULL, " ", &range)) {
        size_t n = strlen(xml);
        snprintf(xml + n, sizeof xml - n, "<mergeCell ref=\"%s\"/>", c);
    }
    strcat(xml, "</mergeCells>");
    makebook(book_path_, &(struct makebook){.sheet = xml});
}

static void try_layout(const char *layout)
{
    FILE *f = fopen(layout_path, "w");
    fprintf(f, "[layout]\nid = x\nversion = 1\nagency = dinkes\n%s", layout);
    fclose(f);
    e = (struct err){0};
    cr_assert(layout_read(layout_path, &a, &l, &e), "%s (%s)", e.text, e.place);
    struct book *b = book_open(book_path_, &e);
    cr_assert_not_null(b, "%s", e.text);
    struct heads h;
    heads_init(&h, b);
    cr_assert(fit_layout(&h, &l, &a, &fit, &e), "%s", e.text);
    for (size_t i = 0; i < fit.plans; i++) /* titles point into the heads */
        for (size_t t = 0; t < LAYOUT_TITLES; t++)
            fit.plan[i].title[t] = arena_dup(&a, fit.plan[i].title[t]);
    fit.missing = arena_dup(&a, fit.missing);
    fit.sheet = arena_dup(&a, fit.sheet);
    heads_done(&h);
    book_close(b);
    unlink(layout_path);
    unlink(book_path_);
}

static void setup(void)
{
    snprintf(layout_path, sizeof layout_path, "/tmp/kp2s-fit-%ld.ini", (long)getpid());
    snprintf(book_path_, sizeof book_path_, "/tmp/kp2s-fit-%ld.xlsx", (long)getpid());
}
TestSuite(fit, .init = setup);

static int field(const char *name)
{
    for (int i = 0; kind_found[l.kind][i]; i++)
        if (strcmp(kind_found[l.kind][i], name) == 0)
            return i;
    return -1;
}

/* The column of a field in record n, as a letter; 0 when it has none. */
static char column(size_t n, const char *name)
{
    int col = fit.plan[0].pattern[n].slot[field(name)].col;
    return col ? (char)('A' + col - 1) : 0;
}

static bool text_is(size_t n, const char *name, const char *text)
{
    return str_is(fit.plan[0].pattern[n].slot[field(name)].text, text);
}

Test(fit, a_heading_row_below_titles)
{
    make_sheet(
        "A1=LAPORAN;A2=Kabupaten;B2=: Kapuas;D2=TAHUN  2024;A4=No;B4=Desa/ Kel;C4=Kecamatan ;A5=1;B5=X;C5=Y",
        "");
    try_layout("kind = coverage\n[titles]\nregency = Kabupaten : *\nperiod = Tahun *\nprovince = Prov *\n"
               "[columns]\nvillage = Desa | desa/ kel\ndistrict = KECAMATAN\n[constants]\nindicator = E1\n");
    cr_assert(fit.fits);
    cr_assert_eq(fit.plans, 1);
    cr_assert_eq(fit.plan[0].first_row, 5);
    cr_assert_eq(fit.plan[0].patterns, 1);
    cr_assert_eq(column(0, "village"), 'B');
    cr_assert_eq(column(0, "district"), 'C');
    cr_assert(text_is(0, "indicator", "E1"));
    cr_assert(str_is(fit.plan[0].title[0], "2024"));
    cr_assert_eq(fit.plan[0].title[1].len, 0);
    cr_assert(str_is(fit.plan[0].title[2], "Kapuas"));
}

#define TWO_ROWS "kind = coverage\n[header]\nrows = 2\n[columns]\nvillage = Desa\n"

Test(fit, merged_headings_make_paths)
{
    static const char cells[] =
        "A1=DATA;A3=Desa;B3=AIR;E3=SANITASI;B4=Jumlah;C4=RT;D4=%;E4=Jumlah;F4=RT;G4=%;A5=1";
    static const char merged[] = "A1:G1 A3:A4 B3:D3 E3:G3";
    make_sheet(cells, merged);
    try_layout(TWO_ROWS "[group A]\nindicator = A\nnumerator = AIR > *\nreported = %\n");
    cr_assert_not(fit.fits);
    cr_assert(str_is(fit.missing, "'%'"), "%.*s", STR_ARG(fit.missing));
    make_sheet(cells, merged);
    try_layout(
        TWO_ROWS
        "[group S]\nindicator = S\nnumerator = Sanitasi > Jumlah\ndenominator = SANITASI > RT\n"
        "reported = SANITASI > %\n[group A]\nindicator = A\nnumerator = AIR > *\nreported = AIR > %\n");
    cr_assert(fit.fits, "%.*s", STR_ARG(fit.missing));
    cr_assert_eq(fit.plan[0].first_row, 5);
    cr_assert_eq(column(0, "village"), 'A');
    cr_assert_eq(column(0, "numerator"), 'E');
    cr_assert_eq(column(0, "denominator"), 'F');
    cr_assert_eq(column(0, "reported"), 'G');
    cr_assert_eq(column(1, "numerator"), 'B');
    cr_assert_eq(column(1, "denominator"), 0);
    cr_assert_eq(column(1, "reported"), 'D');
}

Test(fit, groups_take_the_columns_nearest_to_the_right)
{
    make_sheet("A1=Desa;B1=%;C1=Ditimbang;D1=%;E1=Diukur;F1=%;A2=x", "");
    try_layout("kind = coverage\n[columns]\nvillage = Desa\n[group A]\nindicator = A\nnumerator = "
               "Diukur\nreported = %\n"
               "[group B]\nindicator = B\nnumerator = Ditimbang\nreported = %\n");
    cr_assert(fit.fits);
    cr_assert_eq(fit.plan[0].patterns, 2);
    cr_assert_eq(column(0, "numerator"), 'E');
    cr_assert_eq(column(0, "reported"), 'F');
    cr_assert_eq(column(1, "numerator"), 'C');
    cr_assert_eq(column(1, "reported"), 'D');
    cr_assert(text_is(1, "indicator", "B"));
}

Test(fit, the_same_heading_twice_goes_to_the_first_not_yet_taken)
{
    make_sheet("A1=Jumlah;B1=Jumlah;C1=Desa;A2=x", "");
    try_layout("kind = coverage\n[columns]\nvillage = Desa\n[group A]\nindicator = A\nnumerator = Jumlah\n"
               "denominator = Jumlah\n");
    cr_assert(fit.fits);
    cr_assert_eq(column(0, "numerator"), 'A');
    cr_assert_eq(column(0, "denominator"), 'B');
}

Test(fit, two_rows_with_merged_cells_beyond_them)
{
    /* the title right above the heading must not be taken for its upper row, nor the heading's second row for
     * its first */
    make_sheet("A1=JUDUL;A2=Desa;B2=AIR;B3=Jumlah;C3=RT;A4=x", "A2:A3 B2:C2");
    try_layout(TWO_ROWS "[group A]\nindicator = A\nnumerator = AIR > Jumlah\ndenominator = AIR > RT\n");
    cr_assert(fit.fits, "%.*s", STR_ARG(fit.missing));
    cr_assert_eq(fit.plan[0].first_row, 4);
    cr_assert_eq(column(0, "village"), 'A');
    cr_assert_eq(column(0, "numerator"), 'B');
    cr_assert_eq(column(0, "denominator"), 'C');
}

Test(fit, cells_by_which_the_heading_is_known_again)
{
    static const char cells[] = "A1=No;B1= DESA;C1=Air;E1=Lain;C2=Jumlah;D2=%;E2=x;A3=1;B3=Satu";
    make_sheet(cells, "A1:A2 B1:B2 C1:D1");
    try_layout(TWO_ROWS "[group A]\nindicator = A\nreported = Air > %\n");
    cr_assert(fit.fits, "%.*s", STR_ARG(fit.missing));
    const struct plan *p = &fit.plan[0];
    static const struct {
        long level;
        int col;
        const char *text;
    } marks[] = {{0, 2, "desa"}, {0, 3, "air"}, {1, 4, "%"}};
    cr_assert_eq(p->heading, 1);
    cr_assert_eq(p->marks, 3);
    for (size_t i = 0; i < 3; i++) {
        cr_assert_eq(p->mark[i].level, marks[i].level);
        cr_assert_eq(p->mark[i].col, marks[i].col);
        cr_assert(str_is(p->mark[i].folded, marks[i].text));
    }
}

Test(fit, groups_that_repeat)
{
    make_sheet("A1=Kode;B1=Kab.  A;D1=Kab. "
               "B;F1=Catatan;B2=Nilai;C2=Keterangan;D2=Nilai;E2=Keterangan;F2=Nilai;A3=1,1",
               "A1:A2 B1:C1 D1:E1");
    try_layout("kind = assessment\n[header]\nrows = 2\n[columns]\nitem = Kode\n"
               "[group p]\nregency = @\nrole = panel\ngrade = * > Nilai\nremark = * > Keterangan\n");
    cr_assert(fit.fits, "%.*s", STR_ARG(fit.missing));
    cr_assert_eq(fit.plan[0].patterns, 2);
    cr_assert(text_is(0, "regency", "Kab.  A"));
    cr_assert_eq(column(0, "grade"), 'B');
    cr_assert_eq(column(0, "remark"), 'C');
    cr_assert(text_is(1, "regency", "Kab. B"));
    cr_assert_eq(column(1, "grade"), 'D');
    cr_assert_eq(column(1, "remark"), 'E');
    cr_assert(text_is(1, "role", "panel"));
}

Test(fit, what_is_missing_is_named)
{
    make_sheet("A1=Desa;B1=Nama;A2=x", "");
    try_layout(
        "kind = measurement\n[columns]\nvillage = Desa\nname = Nama\nnik = NIK | No. NIK\nweight = Berat\n");
    cr_assert_not(fit.fits);
    cr_assert_eq(fit.wanted, 4);
    cr_assert_eq(fit.found, 2);
    cr_assert(str_is(fit.missing, "'NIK', 'Berat'"));
    cr_assert(str_is(fit.sheet, "Data"));
}

Test(fit, sheets_that_are_named_must_fit)
{
    static const struct {
        const char *layout;
        bool fits;
        size_t wanted;
    } cases[] = {
        {"kind = coverage\n[sheets]\ntake = X*\n[columns]\nvillage = Desa\n", false, 0},
        {"kind = coverage\n[sheets]\ntake = D*\n[columns]\nvillage = Desa\n", true, 0},
        {"kind = coverage\n[sheets]\ntake = *\n[columns]\nvillage = Desa\n[group A]\nsheet = Lain\nnumerator "
         "= Kec\n",
         false, 0},
        {"kind = coverage\n[sheets]\ntake = *\n[columns]\nvillage = Desa\n[group A]\nsheet = data\nnumerator "
         "= Kec\n",
         false, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        make_sheet("A1=Desa;A2=x", "");
        try_layout(cases[i].layout);
        cr_assert_eq(fit.fits, cases[i].fits, "case %zu", i);
        cr_assert_eq(fit.wanted, cases[i].wanted, "case %zu", i);
    }
}

Test(fit, the_heading_is_looked_for_in_the_first_rows_only)
{
    make_sheet("A1=judul;A6=Desa;A7=x", "");
    try_layout("kind = coverage\n[header]\nsearch = 5\n[columns]\nvillage = Desa\n");
    cr_assert_not(fit.fits);
    make_sheet("A1=judul;A6=Desa;A7=x", "");
    try_layout("kind = coverage\n[header]\nsearch = 6\n[columns]\nvillage = Desa\n");
    cr_assert(fit.fits);
}

/* A row of texts divided by |, in columns from A; an empty one has no cell. */
static const struct row *row_of(const char *texts)
{
    static struct cell cell[20];
    static struct row row;
    struct str rest = str_c(texts);
    row = (struct row){.number = 1, .cell = cell};
    for (int col = 1; rest.len > 0; col++) {
        struct str text = str_cut(&rest, '|');
        if (text.len > 0)
            cell[row.n++] = (struct cell){.col = col, .text = text};
    }
    return &row;
}

Test(look, number_rows)
{
    static const struct {
        const char *row;
        bool is;
    } cases[] = {{"1|2|3", true},
                 {"(1)|(2)|(3)", true},
                 {"-1|-2|-3", true},
                 {"1.|2.|3.", true},
                 {"a|b||c", true},
                 {"A|B|C = A/B", true},
                 {"I|II|III|IV|V", true},
                 {"viii|ix|x", false},
                 {"i|ii|iii|iv|v|vi|vii|viii|ix|x|xi", true},
                 {"1|2|3=2/1|4 (3:2)", true},
                 {"1|2|6", false},
                 {"1|2|5", true},
                 {"2|3|4", false},
                 {"1|1|2", false},
                 {"3|2|1", false},
                 {"1", false},
                 {"1|Satu|2", false},
                 {"1|2,5|3", false},
                 {"", false},
                 {"1|2.5", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(look_numbers(row_of(cases[i].row), 5), cases[i].is, "%s", cases[i].row);
    /* two figures are column numbers only where there are two columns */
    cr_assert(look_numbers(row_of("1|2"), 2));
    cr_assert_not(look_numbers(row_of("||1|2"), 5));
}

Test(look, the_heading_again)
{
    struct mark marks[] = {{0, 2, STR("desa")}, {0, 4, STR("jumlah kk")}, {1, 4, STR("l")}};
    static const struct {
        const char *row;
        bool is;
    } cases[] = {{"No|DESA||Jumlah\nKK |%", true}, {"|desa|Lain|jumlah  kk", true},
                 {"No|Desa||Jumlah", false},       {"No|Desa", false},
                 {"Desa|Jumlah KK", false},        {"", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(look_heading(row_of(cases[i].row), marks, 3, 0, &a), cases[i].is, "%s", cases[i].row);
    cr_assert(look_heading(row_of("|||L|P"), marks + 2, 1, 1, &a));
    cr_assert_not(look_heading(row_of("|||L|P"), marks + 3, 0, 2, &a));
}
