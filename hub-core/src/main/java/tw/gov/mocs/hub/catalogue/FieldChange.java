package tw.gov.mocs.hub.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What may be changed of a field although callers use it: what it is called and how it is handled,
 * never its element, column or type.
 *
 * @param label Chinese label
 * @param labelEn English label
 * @param criterion how it may be searched; one that callers use can't be taken away
 * @param dataClass how much it tells
 * @param mask how the portal masks it; null for not at all
 * @param description a remark for readers
 */
public record FieldChange(
    String label,
    String labelEn,
    @Nullable CriterionKind criterion,
    DataClass dataClass,
    @Nullable String mask,
    @Nullable String description) {}
