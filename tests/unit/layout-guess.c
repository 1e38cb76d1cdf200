/* What words of headings say to kp2s-layout guess: fields, roles, periods, likeness to definitions */
#include "guessmatch.h"
#include "guesssheet.h"

#include <criterion/criterion.h>

static struct arena arena;

static void end(void)
{
    arena_done(&arena);
}

TestSuite(guess, .fini = end);

static void says(const char *heading, enum say say, const char *field)
{
    struct saying s = words_say(words_of(&arena, str_c(heading)));
    cr_assert_eq(s.say, say, "%s says %d", heading, s.say);
    cr_assert_str_eq(s.field ? s.field : "", field, "%s", heading);
}

Test(guess, headings)
{
    says("Kode Desa/Kel\nKemendagri", SAY_CODE, "village");
    says("bps_kode_kecamatan", SAY_CODE, "district");
    says("Kecamatan_Name", SAY_FIELD, "district");
    says("38 Provinsi", SAY_FIELD, "province");
    says("Desa > Nama", SAY_FIELD, "village");
    says("Nama Wilayah", SAY_REGION, "");
    says("Kecamatan / Desa", SAY_REGION, "district");
    says("Unit Kerja (Puskesmas)", SAY_FIELD, "puskesmas");
    says("Jumlah Puskesmas", SAY_NOTHING, "");
    says("Desa Sadar Gizi", SAY_NOTHING, "");
    says("Nama", SAY_FIELD, "name");
    says("TinggiBadan (cm)", SAY_FIELD, "height");
    says("No.", SAY_OTHER, "");
}

Test(guess, schemes)
{
    cr_assert(words_say(STR("id desa bps")).bps);
    cr_assert(words_say(STR("id desa kemendagri")).kemendagri);
    cr_assert_not(words_say(STR("id desa")).bps);
}

Test(guess, roles)
{
    cr_assert_eq(words_role(STR("persentase ibu hamil sasaran")), ROLE_REPORTED);
    cr_assert_eq(words_role(STR("ibu hamil yang mendapat ttd")), ROLE_NUMERATOR);
    cr_assert_eq(words_role(STR("sasaran ibu hamil")), ROLE_DENOMINATOR);
    cr_assert_eq(words_role(STR("ibu hamil")), ROLE_NONE);
}

static void when_is(const char *text, enum when when, const char *part)
{
    size_t from = 0, to = 0;
    enum when found = words_when(str_c(text), &from, &to);
    cr_assert_eq(found, when, "%s gives %d", text, found);
    if (found != WHEN_NONE)
        cr_assert(str_is((struct str){text + from, to - from}, part), "%s: %.*s", text, (int)(to - from),
                  text + from);
}

Test(guess, periods)
{
    when_is("Tahun2019", WHEN_YEAR, "2019");
    when_is("2023 Reguler", WHEN_YEAR, "2023");
    when_is("20231", WHEN_NONE, "");
    when_is("12024", WHEN_NONE, "");
    when_is("Data Januari 2024", WHEN_MONTH, "Januari");
    when_is("Semester II", WHEN_OTHER, "Semester");
    when_is("Marta", WHEN_NONE, "");
    when_is("Maret", WHEN_MONTH, "Maret");
}

static int alike(const char *heading, const char *definition, const char *title)
{
    struct gist h = gist_of(&arena, str_c(heading)), d = gist_of(&arena, str_c(definition)),
                t = gist_of(&arena, str_c(title));
    return gist_alike(&h, &d, &t);
}

Test(guess, likeness)
{
    cr_assert_eq(alike("Jumlah RT akses air minum layak", "rumah tangga dengan akses air minum layak", ""),
                 100);
    cr_assert_eq(alike("Jumlah ibu hamil", "ibu hamil KEK", ""), 80);
    cr_assert_eq(alike("Jumlah keluarga", "ibu hamil", ""), 0);
    cr_assert_eq(alike("", "ibu hamil", ""), 0);
    /* what the title says of the definition counts a little less */
    cr_assert_eq(alike("WAJIB AKTA", "anak wajib akta kelahiran", ""), 66);
    cr_assert_eq(alike("WAJIB AKTA", "anak wajib akta kelahiran", "AKTA KELAHIRAN ANAK"), 90);
}

Test(guess, cells)
{
    struct gsheet text = {.text = true}, book = {.text = false};
    const struct {
        const char *text;
        enum sort sort, typed;
    } cells[] = {
        {"1.234,5", SORT_NUMBER, SORT_TYPED}, {"8.6 %", SORT_NUMBER, SORT_TYPED},
        {"Rp6.000", SORT_NUMBER, SORT_TYPED}, {"-2", SORT_NUMBER, SORT_TYPED},
        {"0 - 4", SORT_TEXT, SORT_TEXT},      {"2024", SORT_YEAR, SORT_YEAR},
        {"2019.0", SORT_YEAR, SORT_YEAR},     {"31/12/2024", SORT_DATE, SORT_DATE},
        {"-", SORT_NOTHING, SORT_NOTHING},    {" ", SORT_EMPTY, SORT_EMPTY},
        {"301a", SORT_TEXT, SORT_TEXT},       {"1 . ", SORT_NUMBER, SORT_TYPED},
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct cell c = {.col = 1, .type = CELL_TEXT, .text = str_c(cells[i].text)};
        cr_assert_eq(gsheet_sort(&text, &c), cells[i].sort, "'%s'", cells[i].text);
        cr_assert_eq(gsheet_sort(&book, &c), cells[i].typed, "'%s'", cells[i].text);
    }
}

Test(guess, patterns)
{
    cr_assert(str_is(gsheet_pattern(&arena, STR(" L|P\n(anak) ")), "L?P (anak)"));
    cr_assert(str_is(gsheet_pattern(&arena, STR("a ;b * @")), "a ?b ? ?"));
    cr_assert(str_is(gsheet_pattern(&arena, STR("x\x1b[2J\xC2\x9B")), "x?[2J?"));
}
