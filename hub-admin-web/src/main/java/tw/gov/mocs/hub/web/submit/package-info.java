/** 申請服務, steps six and seven: signed, submitted, and what comes next. */
@NullMarked
package tw.gov.mocs.hub.web.submit;

import org.jspecify.annotations.NullMarked;
