/* links: lib */
/* Numbers of persons in names of files, titles and messages; what only looks like them stays. */
#include "mask.h"

#include <criterion/criterion.h>

static const struct {
    const char *text, *shown;
} texts[] = {
    {"", ""},
    {"Kunjungan 3376901503230001.xlsx", "Kunjungan 3376************.xlsx"},
    {"anak_3376901503230001_rev2", "anak_3376************_rev2"},
    {"KK3376901503230001", "KK3376************"},
    {"3376 9015 0323 0001", "3376 **** **** ****"},
    {"33.76.90.150323.0001 (Budi)", "33.76.**.******.**** (Budi)"},
    {"temp 33769055032300021", "temp 3376*************"},
    {"NIP 197001011990031001", "NIP 1970**************"},
    {"hub. 081234567890", "hub. 0812********"},
    {"0812-3456-7890", "0812-****-****"},
    {"+62 812 3456 7890", "+62 81* **** ****"},
    {"6281234567890", "6281*********"},
    {"2024-01-01 2024-01-31", "2024-01-01 2024-01-31"},
    {"ekspor 20240131 101530", "ekspor 20240131 101530"},
    {"ekspor_20240131101530.csv", "ekspor_20240131101530.csv"},
    {"33.76.02.1002", "33.76.02.1002"},
    {"33.76.02.1002 33.76.02.1003", "33.76.02.1002 33.76.02.1003"},
    {"1073741824 bytes, 123456 records", "1073741824 bytes, 123456 records"},
    {"sha 0812345678ab", "sha 0812345678ab"},
    {"ab3376901503230001cd", "ab3376************cd"},
    {"Triwulan 1-2 2024", "Triwulan 1-2 2024"},
};

Test(mask, texts)
{
    struct arena a = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str shown = mask_numbers(&a, str_c(texts[i].text));
        cr_expect(str_is(shown, texts[i].shown), "'%s' gives '%.*s'", texts[i].text, STR_ARG(shown));
    }
    arena_done(&a);
}
