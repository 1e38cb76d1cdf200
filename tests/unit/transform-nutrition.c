/* links: transform */
/* Categories of Permenkes 2/2020: the limits, oedema, and the words of files. */
#include "nutrition.h"

#include <criterion/criterion.h>

Test(nutrition, categories)
{
    static const struct {
        enum zscore_index index;
        int z;
        const char *text;
    } rows[] = {
        {ZSCORE_HA, -301, "Sangat pendek"},
        {ZSCORE_HA, -300, "Pendek"},
        {ZSCORE_HA, -201, "Pendek"},
        {ZSCORE_HA, -200, "Normal"},
        {ZSCORE_HA, 300, "Normal"},
        {ZSCORE_HA, 301, "Tinggi"},
        {ZSCORE_WA, -301, "Berat badan sangat kurang"},
        {ZSCORE_WA, -300, "Berat badan kurang"},
        {ZSCORE_WA, -200, "Berat badan normal"},
        {ZSCORE_WA, 100, "Berat badan normal"},
        {ZSCORE_WA, 101, "Risiko berat badan lebih"},
        {ZSCORE_WH, -301, "Gizi buruk"},
        {ZSCORE_WH, -300, "Gizi kurang"},
        {ZSCORE_WH, -200, "Gizi baik"},
        {ZSCORE_WH, 100, "Gizi baik"},
        {ZSCORE_WH, 101, "Berisiko gizi lebih"},
        {ZSCORE_WH, 200, "Berisiko gizi lebih"},
        {ZSCORE_WH, 201, "Gizi lebih"},
        {ZSCORE_WH, 300, "Gizi lebih"},
        {ZSCORE_WH, 301, "Obesitas"},
        {ZSCORE_BA, -301, "Gizi buruk"},
        {ZSCORE_BA, 201, "Gizi lebih"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_str_eq(nutrition_category(rows[i].index, rows[i].z), rows[i].text, "row %zu", i);
}

Test(nutrition, of_a_child)
{
    struct zscore_child child = {.age_days = 400};
    struct zscore_result scores = {.z = {-250, -350, -599, 101, 0, 0}, .flagged = {[ZSCORE_WH] = true}};
    cr_expect_str_eq(nutrition_of(ZSCORE_HA, &child, &scores), "Pendek");
    cr_expect_str_eq(nutrition_of(ZSCORE_WA, &child, &scores), "Berat badan sangat kurang");
    cr_expect_str_eq(nutrition_of(ZSCORE_WH, &child, &scores), "", "flagged");
    cr_expect_str_eq(nutrition_of(ZSCORE_BA, &child, &scores), "Berisiko gizi lebih");
    child.oedema = true;
    scores = (struct zscore_result){.z = {-250, ZSCORE_NONE, ZSCORE_NONE, ZSCORE_NONE, 0, 0}};
    cr_expect_str_eq(nutrition_of(ZSCORE_HA, &child, &scores), "Pendek");
    cr_expect_str_eq(nutrition_of(ZSCORE_WA, &child, &scores), "Berat badan sangat kurang");
    cr_expect_str_eq(nutrition_of(ZSCORE_WH, &child, &scores), "Gizi buruk");
    cr_expect_str_eq(nutrition_of(ZSCORE_BA, &child, &scores), "Gizi buruk");
    child.age_days = ZSCORE_LAST_DAY + 1;
    cr_expect_str_eq(nutrition_of(ZSCORE_WH, &child, &scores), "");
}

Test(nutrition, words_of_files)
{
    static const struct {
        enum zscore_index index;
        const char *word, *means; /* NULL: none */
    } rows[] = {
        {ZSCORE_HA, "Sangat Pendek", "Sangat pendek"},
        {ZSCORE_WA, "Kurang", "Berat badan kurang"},
        {ZSCORE_WA, "Berat Badan Normal", "Berat badan normal"},
        {ZSCORE_WA, "Risiko Lebih", "Risiko berat badan lebih"},
        {ZSCORE_WA, "Gizi Buruk", "Berat badan sangat kurang"},
        {ZSCORE_WH, "Risiko Gizi Lebih", "Berisiko gizi lebih"},
        {ZSCORE_WH, "SANGAT KURUS", "Gizi buruk"},
        {ZSCORE_WH, "Obesitas", "Obesitas"},
        {ZSCORE_BA, "Gemuk", "Gizi lebih"},
        {ZSCORE_HA, "Stunting", NULL},
        {ZSCORE_HA, "", NULL},
        {ZSCORE_HA, "a very long word that no category of any index has ever had, or will", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *means = nutrition_category_of(rows[i].index, rows[i].word);
        if (rows[i].means)
            cr_expect_str_eq(means ? means : "(none)", rows[i].means, "'%s'", rows[i].word);
        else
            cr_expect_null(means, "'%s'", rows[i].word);
    }
}
