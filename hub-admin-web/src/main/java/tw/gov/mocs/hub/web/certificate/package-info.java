/** 憑證管理: an agency's certificates, and how it proposes another. */
@NullMarked
package tw.gov.mocs.hub.web.certificate;

import org.jspecify.annotations.NullMarked;
