/** 作業: what runs by itself, and how its last run went. */
@NullMarked
package tw.gov.mocs.hub.job;

import org.jspecify.annotations.NullMarked;
