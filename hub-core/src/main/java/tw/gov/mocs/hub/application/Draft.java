package tw.gov.mocs.hub.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 草稿 in a list.
 *
 * @param id key in the database
 * @param version for editing or discarding it
 * @param number 申請案號 of one that was returned; else null
 * @param purpose 介接用途; "" if not given
 * @param method 資料提供方式; null if not chosen
 * @param step where the wizard goes on
 * @param changedAt when it was last saved
 */
public record Draft(
    long id,
    int version,
    @Nullable ApplicationNumber number,
    String purpose,
    @Nullable DeliveryMethod method,
    WizardStep step,
    Instant changedAt) {}
