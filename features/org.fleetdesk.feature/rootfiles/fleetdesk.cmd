@echo off
rem Fleetdesk on Windows: alone or with "workbench [options]" it opens the window, any other word is the command line's.
setlocal DisableDelayedExpansion
set "here=%~dp0"
set "plugins=%here%plugins"

rem Java 21 or newer: the one that came along, JAVA_HOME if it is one, else the newest found on this machine.
set "java="
set "found=20"
call :try "%here%..\runtime"
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java (
	for %%p in (java.exe) do if not "%%~$PATH:p"=="" call :try "%%~dp$PATH:p.."
	for %%f in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft" "OpenJDK") do (
		for /d %%d in ("%ProgramFiles%\%%~f\*") do call :try "%%d"
		for /d %%d in ("%LOCALAPPDATA%\Programs\%%~f\*") do call :try "%%d"
	)
)
if not defined java (
	echo fleetdesk: needs Java 21 or newer; install one, or name its folder in JAVA_HOME 1>&2
	if "%~1"=="" pause
	exit /b 1
)

rem The language: FLEETDESK_LANGUAGE, else one word in the file "language" of the configuration folder, else the platform's.
set "config=%FLEETDESK_CONFIG%"
if not defined config if defined XDG_CONFIG_HOME set "config=%XDG_CONFIG_HOME%\fleetdesk"
if not defined config set "config=%USERPROFILE%\.config\fleetdesk"
set "language="
set "read="
if "%FLEETDESK_LANGUAGE:~0,2%"=="zh" set "read=yes" & set "language=-Duser.language=zh -Dosgi.nl=zh"
if "%FLEETDESK_LANGUAGE:~0,2%"=="en" set "read=yes" & set "language=-Duser.language=en -Dosgi.nl=en"
if not defined read if exist "%config%\language" for /f "usebackq" %%w in ("%config%\language") do if not defined read (
	set "read=yes"
	if "%%w"=="zh" set "language=-Duser.language=zh -Dosgi.nl=zh"
	if "%%w"=="en" set "language=-Duser.language=en -Dosgi.nl=en"
)

rem What can be made again lies in a cache folder for this version in this place, so that the installation is only read.
set "place=%here::=%"
set "place=%place:\=-%"
set "place=%place: =-%"
set "place=%place:~-60%"
for /d %%d in ("%here%features\org.fleetdesk.feature_*") do set "version=%%~nxd"
set "version=%LOCALAPPDATA%\Fleetdesk\%place%\%version:org.fleetdesk.feature_=%"
if not exist "%version%" for %%v in ("%version%") do (
	rmdir /s /q "%%~dpv" 2>nul
	mkdir "%%~v" 2>nul
)

rem An archive of the classes that an earlier run loaded starts Java sooner; one that does not fit stops nothing.
set "sharing=-Xshare:auto -Xlog:disable -XX:+AutoCreateSharedArchive"
set "options=-Djava.awt.headless=true %language%"
if "%~1"=="" goto window
if "%~1"=="workbench" goto window

rem The command line needs no OSGi: a plain class path over the same bundles.
set "CLASSPATH="
for /d %%d in ("%plugins%\org.fleetdesk.kube_*") do set "CLASSPATH=%%d\lib\*"
for %%p in (org.fleetdesk.cli_ org.fleetdesk.core_ org.fleetdesk.demo_ com.fasterxml org.yaml com.h2 picocli_ org.jspecify slf4j.api slf4j.jdk14 org.eclipse.jetty) do (
	for %%j in ("%plugins%\%%p*.jar") do call :add "%%j"
)
rem what somebody added
for %%j in ("%here%extensions\*.jar") do call :add "%%j"
rem only a list of objects shows what is worth archiving
if not "%~1"=="get" set "sharing=-Xshare:auto -Xlog:disable"
"%java%\bin\java.exe" %sharing% -XX:SharedArchiveFile="%version%\commandline.jsa" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ^
	%options% -Djava.util.logging.config.file="%here%logging.properties" org.fleetdesk.cli.Main %*
exit /b %errorlevel%

:window
for %%j in ("%plugins%\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%j"
start "" "%java%\bin\javaw.exe" %sharing% -XX:SharedArchiveFile="%version%\window.jsa" -Xmx1g -XX:G1ConcRefinementThreads=0 ^
	-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED ^
	%options% -Djava.util.logging.config.file="%here%logging.properties" -jar "%launcher%" ^
	-configuration "%version%\configuration" -data "%LOCALAPPDATA%\Fleetdesk\workbench" %*
exit /b 0

:add
set "CLASSPATH=%CLASSPATH%;%~1"
exit /b 0

rem Takes a folder for Java if it holds a newer one than the last.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "number=0"
for /f "usebackq tokens=1,2 delims==." %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "number=%%b"
set "number=%number:"=%"
if %number% gtr %found% (
	set "found=%number%"
	set "java=%~1"
)
exit /b 0
