@echo off
rem The decryption program: open.cmd FILE.p7m --p12 KEY.p12, or --pkcs11 LIBRARY; --help lists all.
chcp 65001 >nul
java -Xmx128m -Dfile.encoding=UTF-8 -jar "%~dp0hub-open.jar" %*
exit /b %ERRORLEVEL%
