#include "itemcode.h"

#include <criterion/criterion.h>

Test(fetch_itemcode, of_a_path)
{
    static const struct {
        const char *path, *item;
    } rows[] = {
        {"1.1.pdf", "1.1"},
        {"1,1 SK.pdf", "1.1"},
        {"1.1. SK.pdf", "1.1"},
        {"  5.2_daftar hadir v1.2.xlsx", "5.2"},
        {"10.12.3.4 x", "10.12.3.4"},
        {"aksi 5.pdf", "5"},
        {"AKSI#5 - x.pdf", "5"},
        {"Butir: 1.1", "1.1"},
        {"butir1.1)x.pdf", "1.1"},
        {"Aksi 5/lain.pdf", "5"},
        {"Aksi 5/5.1/foto/IMG_20240115.jpg", "5.1"},
        {"5.1/Aksi 6 x.pdf", "6"},
        {"1.1.7z", "1.1"},
        /* what is none */
        {"", ""},
        {"SK.pdf", ""},
        {"1 SK.pdf", ""},
        {"2024/SK.pdf", ""},
        {"01.02 SK.pdf", ""},
        {"1.02 SK.pdf", ""},
        {"1.1.2024 rapat.pdf", ""},
        {"123.1 SK.pdf", ""},
        {"1.1a.pdf", ""},
        {"1.2.3.4.5 SK.pdf", ""},
        {"aksi.pdf", ""},
        {"aksi", ""},
        {"butiran 1.1.pdf", ""},
        {"reaksi 5.pdf", ""},
    };
    struct arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str item = itemcode_find(&a, str_c(rows[i].path));
        cr_expect(str_is(item, rows[i].item), "'%s': '%.*s', not '%s'", rows[i].path, STR_ARG(item),
                  rows[i].item);
    }
    arena_done(&a);
}
