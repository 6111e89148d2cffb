/** 檔案: uploads and attachments; each content is stored once, checked, typed and limited. */
@NullMarked
package tw.gov.mocs.hub.file;

import org.jspecify.annotations.NullMarked;
