/** 申請: applications, their review and the grants that follow. */
@NullMarked
package tw.gov.mocs.hub.application;

import org.jspecify.annotations.NullMarked;
