/* links: report */
/* Figures, dates and names, in Indonesian and in English. */
#include "words.h"

#include <criterion/criterion.h>

static struct arena arena;

Test(words, numbers)
{
    static const struct {
        double value;
        int decimals;
        const char *text;
    } table[] = {
        {0, 0, "0"},
        {0, 2, "0,00"},
        {7, 1, "7,0"},
        {999, 0, "999"},
        {1000, 0, "1.000"},
        {20430, 0, "20.430"},
        {1234567.891, 2, "1.234.567,89"},
        {0.125, 2, "0,13"},
        {28.811, 1, "28,8"},
        {99.95, 1, "100,0"},
        {-1234.5, 1, "-1.234,5"},
        {-0.001, 2, "0,00"},
        {999999.999, 2, "1.000.000,00"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        cr_expect_str_eq(words_number(&arena, table[i].value, table[i].decimals), table[i].text);
}

Test(words, days)
{
    cr_expect_str_eq(words_date(&arena, 0), "1 Januari 1970");
    cr_expect_str_eq(words_date(&arena, 1735664399), "31 Desember 2024"); /* 23:59:59 in Jakarta */
    cr_expect_str_eq(words_date(&arena, 1735664400), "1 Januari 2025");
    cr_expect_eq(words_day(1738540800 - 7 * 3600), 1738540800 - 7 * 3600); /* 2025-02-03 00:00 in Jakarta */
    cr_expect_eq(words_day(1738540800 - 7 * 3600 - 1), 1738540800 - 31 * 3600);
    cr_expect_eq(words_day(1738540800 + 17 * 3600 - 1), 1738540800 - 7 * 3600);
}

Test(words, names)
{
    cr_expect_str_eq(words_short("Kabupaten Kapuas"), "Kapuas");
    cr_expect_str_eq(words_short("KAB. BARITO"), "BARITO");
    cr_expect_str_eq(words_short("Kota Palangkaraya"), "Kota Palangkaraya");
    cr_expect_str_eq(words_component("konvergensi"), "Konvergensi");
    cr_expect_str_eq(words_component("lain"), "lain");
    cr_expect_str_eq(words_component_meaning("lain"), "");
    cr_expect_str_eq(words_aksi(1), "Analisis situasi");
    cr_expect_str_eq(words_aksi(8), "Reviu kinerja tahunan");
    cr_expect_str_eq(words_aksi(9), "");
    cr_expect_str_eq(words_severity("repair"), "diperbaiki");
    cr_expect_str_eq(words_severity("lain"), "lain");
}

Test(words, english)
{
    cr_expect_str_eq(words_say("satu", "one"), "satu");
    words_speak(LANG_EN);
    cr_expect_str_eq(words_say("satu", "one"), "one");
    cr_expect_str_eq(words_number(&arena, 1234567.891, 2), "1,234,567.89");
    cr_expect_str_eq(words_date(&arena, 1735664399), "31 December 2024");
    cr_expect_str_eq(words_component("cakupan"), "Coverage");
    cr_expect_str_eq(words_aksi(3), "Stunting meeting");
    cr_expect_str_eq(words_severity("repair"), "repaired");
    words_speak(LANG_ID);
    cr_expect_str_eq(words_number(&arena, 1234567.891, 2), "1.234.567,89");
}
