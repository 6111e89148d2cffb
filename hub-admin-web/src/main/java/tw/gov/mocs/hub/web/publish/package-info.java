/** 網站內容管理: administrators write, publish and take away what the portal shows. */
@NullMarked
package tw.gov.mocs.hub.web.publish;

import org.jspecify.annotations.NullMarked;
