/** 憑證登入: who stands behind a browser, and for how long. */
@NullMarked
package tw.gov.mocs.hub.web.login;

import org.jspecify.annotations.NullMarked;
