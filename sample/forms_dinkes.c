/* Forms of the health office beside its coverage recap: health profile, supply, premarital health. */
#include "form.h"

const struct form forms_dinkes[] = {
    {0},
};
