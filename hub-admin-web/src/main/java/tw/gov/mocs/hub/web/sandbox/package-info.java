/** 測試環境: where the portal offers it, and what a sandbox's own portal gives out. */
@NullMarked
package tw.gov.mocs.hub.web.sandbox;

import org.jspecify.annotations.NullMarked;
