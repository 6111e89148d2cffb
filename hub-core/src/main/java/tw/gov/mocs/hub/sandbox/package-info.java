/** 測試環境: a hub of its own with synthetic records, for who has a test certificate. */
@NullMarked
package tw.gov.mocs.hub.sandbox;

import org.jspecify.annotations.NullMarked;
