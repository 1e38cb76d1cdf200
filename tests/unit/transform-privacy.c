/* links: transform */
/* Long numbers in texts: found, hidden, and others left alone. */
#include "privacy.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *text, *shown;
} texts[] = {
    {"", ""},
    {"Slerok", "Slerok"},
    {"1234567", "1234567"},
    {"12345678", "1234****"},
    {"3376901503230001", "3376************"},
    {"'3376901503230001", "'3376************"},
    {"PKM Siti 6201901907200002 timur", "PKM Siti 6201************ timur"},
    {"3376 9015 0323 0001", "3376 **** **** ****"},
    {"33.769.015-0323.0001", "33.76*.***-****.****"},
    {"3376\xC2\xA0"
     "9015\xC2\xA0"
     "0323\xC2\xA0"
     "0001",
     "3376\xC2\xA0****\xC2\xA0****\xC2\xA0****"},
    {"a12345678b123456789", "a1234****b1234*****"},
    {"081234567", "0812*****"},
    {"12 33769015", "12 33******"},
    {"2024-03-15 22:01:42", "2024-03-15 22:01:42"},
    {"2024-03-14 10.30.00", "2024-03-14 10.30.00"},
    {"33.76.02.1002", "33.76.02.1002"},
    {"13.313.518", "13.313.518"},
    {"440/1234/2023/12/01/77", "440/1234/2023/12/01/77"},
    {"RT 001  RW 002 - 2024 -", "RT 001  RW 002 - 2024 -"},
};

Test(privacy, long_numbers)
{
    struct arena a = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str text = str_c(texts[i].text), shown = privacy_digits(&a, text);
        cr_expect(str_is(shown, texts[i].shown), "'%s' gives '%.*s'", texts[i].text, STR_ARG(shown));
        cr_expect_eq(privacy_long_number(text), strcmp(texts[i].text, texts[i].shown) != 0, "'%s'",
                     texts[i].text);
    }
    arena_done(&a);
}

static struct regwords *open_words(void)
{
    const char *etc = getenv("KP2S_ETC");
    char path[300];
    struct err e = {0};
    snprintf(path, sizeof path, "%s/catalogue", etc ? etc : "etc");
    struct regwords *w = regwords_open(path, NULL, &e);
    cr_assert(w, "%s", e.text);
    return w;
}

/* A name is not shown for being near a region's when none is suggested, and what the other column says is not
 * either. */
Test(privacy, details)
{
    struct stage s = {.source.kind = KIND_MEASUREMENT, .regwords = open_words()};
    struct finding f = {.reason = REASON_region_unknown, .field = FIELD_VILLAGE, .value = STR("Slreok")};
    struct finding shown = privacy_finding(&s, &f, false);
    cr_expect(str_is(shown.value, "Sl\xE2\x80\xA6"));
    f.detail = STR("mungkin Slerok (33.76.02.1002)");
    shown = privacy_finding(&s, &f, false);
    cr_expect(str_is(shown.value, "Slreok"));
    cr_expect(str_eq(shown.detail, f.detail));
    shown = privacy_finding(&s, &f, true);
    cr_expect(str_is(shown.value, "Sl\xE2\x80\xA6"));
    cr_expect(str_is(shown.detail, ""));
    f = (struct finding){.reason = REASON_region_ambiguous,
                         .field = FIELD_DISTRICT,
                         .value = STR("Slerok"),
                         .detail = STR("di kolom lain Nowira")};
    cr_expect(str_is(privacy_finding(&s, &f, false).detail, ""));
    f.detail = STR("di kolom lain Tegal Timur");
    cr_expect(str_is(privacy_finding(&s, &f, false).detail, "di kolom lain Tegal Timur"));
    regwords_close(s.regwords);
    arena_done(&s.scratch);
}

/* What a row of measurements shows of a text in a field, alone or in a doubtful row. */
Test(privacy, values)
{
    static const struct {
        enum field field;
        const char *text, *shown, *doubtful;
    } rows[] = {
        {FIELD_VILLAGE, "Slerok Wetan", "Slerok Wetan", "Sl\xE2\x80\xA6"},
        {FIELD_VILLAGE, "Oi", "Oi", "Oi"},
        {FIELD_VILLAGE, "KEL. SLEROKWETAN IV", "KE\xE2\x80\xA6", "KE\xE2\x80\xA6"},
        {FIELD_VILLAGE, "Kel. Slerok IV", "Kel. Slerok IV", "Ke\xE2\x80\xA6"},
        {FIELD_VILLAGE, "Gunungsari", "Gunungsari", "Gu\xE2\x80\xA6"},
        {FIELD_VILLAGE, "Nowira Demuwan", "No\xE2\x80\xA6", "No\xE2\x80\xA6"},
        {FIELD_VILLAGE, "Slerok Mulya", "Sl\xE2\x80\xA6", "Sl\xE2\x80\xA6"}, /* the row's own name */
        {FIELD_DISTRICT, "SARI", "SA\xE2\x80\xA6", "SA\xE2\x80\xA6"},        /* its parent's */
        {FIELD_PERIOD, "Bulan Agust. 2024", "Bulan Agust. 2024", "Bu\xE2\x80\xA6"},
        {FIELD_PERIOD, "Nowira 2024", "No\xE2\x80\xA6", "No\xE2\x80\xA6"},
        {FIELD_SERVICE, "HB9", "HB9", "HB\xE2\x80\xA6"},
        {FIELD_SERVICE, "Nowira", "No\xE2\x80\xA6", "No\xE2\x80\xA6"},
        {FIELD_PERIOD, "Triwulan 5", "Triwulan 5", "Tr\xE2\x80\xA6"},
        {FIELD_SEX, "Nowira", "No\xE2\x80\xA6", "No\xE2\x80\xA6"},
        {FIELD_SEX, "perempuan", "perempuan", "perempuan"},
        {FIELD_BIRTH_DATE, "12 Januari 2021", "12 Januari 2021", "12 Januari 2021"},
        {FIELD_BIRTH_DATE, "Budi, 12/01/2021", "Bu\xE2\x80\xA6", "Bu\xE2\x80\xA6"},
        {FIELD_BIRTH_DATE, "31/02/2021", "31/02/2021", "31/02/2021"},
        {FIELD_WEIGHT, "#REF!", "#REF!", "#REF!"},
        {FIELD_WEIGHT, "#N/A", "#N/A", "#N/A"},
        {FIELD_WEIGHT, "#Nowira", "#N\xE2\x80\xA6", "#N\xE2\x80\xA6"},
        {FIELD_WEIGHT, "belum ada", "belum ada", "belum ada"},
        {FIELD_WEIGHT, "8 kg", "8 \xE2\x80\xA6", "8 \xE2\x80\xA6"},
        {FIELD_WH_STATUS, "Gizi Baik", "Gizi Baik", "Gizi Baik"},
        {FIELD_WH_STATUS, "Nowira", "No\xE2\x80\xA6", "No\xE2\x80\xA6"},
        {FIELD_POSITION, "Nowira", "No\xE2\x80\xA6", "No\xE2\x80\xA6"},
        {FIELD_NAME, "Budi", "Bu\xE2\x80\xA6", "Bu\xE2\x80\xA6"},
        {FIELD_NIK, "Budi", "Bu\xE2\x80\xA6", "Bu\xE2\x80\xA6"},
        {FIELD_NIK, "3,37602E+15", "3,37*******", "3,37*******"},
        {FIELD_NIK, "337602", "3376**", "3376**"},
        {FIELD_STATE, "tidak berlaku", "tidak berlaku", "tidak berlaku"},
        {FIELD_STATE, "\xC3\x89milie", "\xC3\x89m\xE2\x80\xA6", "\xC3\x89m\xE2\x80\xA6"},
    };
    struct stage s = {.source.kind = KIND_MEASUREMENT, .regwords = open_words()};
    s.row.field[FIELD_NAME] = STR("Budi Mulya");
    s.row.field[FIELD_PARENT] = STR("Sari");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct finding f = {
            .reason = REASON_duplicate_row, .field = rows[i].field, .value = str_c(rows[i].text)};
        struct str alone = privacy_finding(&s, &f, false).value;
        struct str doubtful = privacy_finding(&s, &f, true).value;
        cr_expect(str_is(alone, rows[i].shown), "'%s' gives '%.*s'", rows[i].text, STR_ARG(alone));
        cr_expect(str_is(doubtful, rows[i].doubtful), "'%s' gives '%.*s'", rows[i].text, STR_ARG(doubtful));
    }
    arena_done(&s.scratch);
    regwords_close(s.regwords);
}
