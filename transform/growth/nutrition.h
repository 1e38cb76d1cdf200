/* nutrition.h - categories of nutrition by Permenkes 2/2020, children to 60 months.
 *
 * | index                    | below -3      | below -2 | to +1  | to +2           | to +3  | above    |
 * | BB/U, weight-for-age     | sangat kurang | kurang   | normal | risiko BB lebih from above +1       |
 * | PB/U, TB/U, height-for-age | sangat pendek | pendek | normal to +3                      | tinggi   |
 * | BB/PB, BB/TB, IMT/U      | buruk         | kurang   | baik   | berisiko lebih  | lebih  | obesitas |
 *
 * A limit belongs to the better side: -3.00 is kurang, -2.00 and +1.00 are normal.
 */
#ifndef KP2S_NUTRITION_H
#define KP2S_NUTRITION_H

#include "zscore.h"

/* index is below ZSCORE_CATEGORIES throughout.
 *
 * The category of a z-score in hundredths: "Sangat pendek", "Berat badan kurang", … */
const char *nutrition_category(enum zscore_index index, int z);
/* The category of a child: that of its z-score; the lowest of a weight-based index with oedema, to day 1856;
 * empty without a z-score and where it is flagged. */
const char *nutrition_of(enum zscore_index index, const struct zscore_child *child,
                         const struct zscore_result *scores);
/* The category that a file's status word means, older words included ("Gizi Lebih" of weight-for-age, "Sangat
 * Kurus", "Berat Badan Normal"); NULL when it is none of the index. */
const char *nutrition_category_of(enum zscore_index index, const char *word);

#endif
