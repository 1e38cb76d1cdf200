#include "nutrition.h"

#include <string.h>

struct category {
    int below; /* z < below; 0 in the last one, which has no upper bound */
    const char *text;
};

static const struct category height_age[] = {
    {-300, "Sangat pendek"}, {-200, "Pendek"}, {301, "Normal"}, {0, "Tinggi"}};
static const struct category weight_age[] = {{-300, "Berat badan sangat kurang"},
                                             {-200, "Berat badan kurang"},
                                             {101, "Berat badan normal"},
                                             {0, "Risiko berat badan lebih"}};
static const struct category weight_size[] = {{-300, "Gizi buruk"}, {-200, "Gizi kurang"},
                                              {101, "Gizi baik"},   {201, "Berisiko gizi lebih"},
                                              {301, "Gizi lebih"},  {0, "Obesitas"}};

/* From the lowest up; BMI has the words of weight-for-length/height. */
static const struct category *const categories[ZSCORE_CATEGORIES] = {
    [ZSCORE_HA] = height_age,
    [ZSCORE_WA] = weight_age,
    [ZSCORE_WH] = weight_size,
    [ZSCORE_BA] = weight_size,
};

const char *nutrition_category(enum zscore_index index, int z)
{
    const struct category *c = categories[index];
    while (c->below != 0 && z >= c->below)
        c++;
    return c->text;
}

const char *nutrition_of(enum zscore_index index, const struct zscore_child *child,
                         const struct zscore_result *scores)
{
    if (child->oedema && index != ZSCORE_HA && child->age_days <= ZSCORE_LAST_DAY)
        return categories[index]->text;
    if (scores->z[index] == ZSCORE_NONE || scores->flagged[index])
        return "";
    return nutrition_category(index, scores->z[index]);
}

/* Words without "berat badan", "bb", "gizi", in lower case; the place in the index's table. */
static const struct {
    enum zscore_index index;
    const char *word;
    int place;
} words[] = {
    {ZSCORE_HA, "sangat pendek", 0}, {ZSCORE_HA, "pendek", 1},        {ZSCORE_HA, "normal", 2},
    {ZSCORE_HA, "tinggi", 3},        {ZSCORE_WA, "sangat kurang", 0}, {ZSCORE_WA, "buruk", 0},
    {ZSCORE_WA, "kurang", 1},        {ZSCORE_WA, "normal", 2},        {ZSCORE_WA, "baik", 2},
    {ZSCORE_WA, "risiko lebih", 3},  {ZSCORE_WA, "lebih", 3},         {ZSCORE_WH, "buruk", 0},
    {ZSCORE_WH, "sangat kurus", 0},  {ZSCORE_WH, "kurang", 1},        {ZSCORE_WH, "kurus", 1},
    {ZSCORE_WH, "baik", 2},          {ZSCORE_WH, "normal", 2},        {ZSCORE_WH, "berisiko lebih", 3},
    {ZSCORE_WH, "risiko lebih", 3},  {ZSCORE_WH, "lebih", 4},         {ZSCORE_WH, "gemuk", 4},
    {ZSCORE_WH, "obesitas", 5},
};

static bool idle(const char *word, size_t len)
{
    return (len == 4 && memcmp(word, "gizi", 4) == 0) || (len == 5 && memcmp(word, "berat", 5) == 0) ||
           (len == 5 && memcmp(word, "badan", 5) == 0) || (len == 2 && memcmp(word, "bb", 2) == 0);
}

const char *nutrition_category_of(enum zscore_index index, const char *word)
{
    char folded[64];
    size_t len = 0;
    while (*word) {
        size_t n = strcspn(word, " ");
        char part[32];
        if (n >= sizeof part || len + n + 1 >= sizeof folded)
            return NULL;
        for (size_t i = 0; i < n; i++)
            part[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] + 32 : word[i]);
        if (n > 0 && !idle(part, n)) {
            if (len > 0)
                folded[len++] = ' ';
            memcpy(folded + len, part, n);
            len += n;
        }
        word += n + (word[n] == ' ');
    }
    folded[len] = '\0';
    enum zscore_index of = index == ZSCORE_BA ? ZSCORE_WH : index;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].index == of && strcmp(words[i].word, folded) == 0)
            return categories[index][words[i].place].text;
    return NULL;
}
