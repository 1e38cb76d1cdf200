/* A CSV file of any bytes as children to be scored. */
#include "fuzz.h"

#include "growthrow.h"
#include "nutrition.h"

static const struct zscore *standards(void)
{
    static struct zscore *z;
    const char *etc = getenv("KP2S_ETC");
    struct err e = {0};
    char path[4096];
    snprintf(path, sizeof path, "%s/growth", etc ? etc : "etc");
    if (!z)
        z = zscore_open(path, &e);
    FUZZ_CHECK(z);
    return z;
}

static bool is_measure(double value)
{
    return value >= 0 && value < 1000;
}

static void check_row(const struct growthrow_header *h, const struct csv_record *record)
{
    static const int low[] = {-600, -600, -500, -500, -500, -500}, high[] = {600, 500, 500, 500, 500, 500};
    struct growthrow row;
    struct zscore_result scores;
    growthrow_read(&row, h, record);
    const struct zscore_child *c = &row.child;
    FUZZ_CHECK(row.sex_known || row.faults > 0);
    FUZZ_CHECK(c->age_days >= ZSCORE_NO_AGE && (c->age_days != ZSCORE_NO_AGE || row.faults > 0));
    FUZZ_CHECK(is_measure(c->weight) && is_measure(c->height) && is_measure(c->head) && is_measure(c->arm));
    FUZZ_CHECK(!c->position || c->position == 'l' || c->position == 'h');
    zscore_compute(standards(), c, &scores);
    FUZZ_CHECK(scores.height >= c->height - 0.71 && scores.height <= c->height + 0.71 && scores.bmi >= 0);
    for (int i = 0; i < ZSCORE_INDICES; i++) {
        int z = scores.z[i];
        FUZZ_CHECK(z == ZSCORE_NONE || c->age_days <= ZSCORE_LAST_DAY);
        FUZZ_CHECK(scores.flagged[i] == (z != ZSCORE_NONE && (z < low[i] || z > high[i])));
    }
    for (enum zscore_index i = 0; i < ZSCORE_CATEGORIES; i++)
        FUZZ_CHECK(nutrition_of(i, c, &scores));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const no_headings[GROWTHROW_COLUMNS];
    const char *path;
    struct err e = {0};
    struct csv_record record;
    struct growthrow_header h;
    fuzz_file(data, size, &path);
    struct csv *csv = csv_open(path, &e);
    FUZZ_CHECK(csv);
    csv_either(csv);
    int got = csv_next(csv, &record, &e);
    if (got == 1 && !growthrow_find(&h, &record, no_headings, "fuzz", &e))
        got = -1;
    FUZZ_CHECK(got <= 0 || csv_separator(csv) == ',' || csv_separator(csv) == ';');
    size_t columns = got == 1 ? record.n : 0;
    while (got == 1 && (got = csv_next(csv, &record, &e)) == 1)
        if (record.n >= columns)
            check_row(&h, &record);
    if (got < 0)
        fuzz_fault(&e);
    csv_close(csv);
    return 0;
}
