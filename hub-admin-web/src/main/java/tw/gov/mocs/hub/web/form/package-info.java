/** 介接申請書: the paper that an agency seals and sends after its online application. */
@NullMarked
package tw.gov.mocs.hub.web.form;

import org.jspecify.annotations.NullMarked;
