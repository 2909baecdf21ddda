; The installer for Windows. installer.py beside this file calls makensis with what is defined outside:
; VERSION (0.1.0), NUMBERS (0.1.0.0), SOURCE (the bundle's folder), OUTPUT, ICON, SIDE (a picture), PROCESSOR (x64 or arm64), KILOBYTES and LONGEST (the bundle's
; size, and the letters of its longest path), and, where it is signed, SIGN (a command that takes a file).
;
; Switches: /S silent, /CURRENTUSER or /ALLUSERS, /D=FOLDER (the last one, without quotation marks).
; The uninstaller: /S, /PURGE (settings and logs of whoever runs it, too).
; Exit codes are those of Windows (net helpmsg NUMBER says them): 0 done, 1 cancelled, 2 failed and put back as it was,
; 32 the program is open, 206 the folder's name is too long, 740 administrator rights are needed, 1150 Windows too old.

Unicode true
Target ${CPU}-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 32
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include Sections.nsh
!include WinVer.nsh
!include x64.nsh

!define PROGRAM "Casualty Workbench"
!define WINDOW "casualty-workbench.exe"
!define CONSOLE "casualty-workbench-cli.exe"
!define KIND "CasualtyWorkbench.Case"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CasualtyWorkbench"
!define PLACES "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CAPABILITIES "Software\${PROGRAM}\Capabilities"

Name "${PROGRAM}"
OutFile "${OUTPUT}"
InstallDir ""
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
AllowSkipFiles off
SetDateSave off
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "${PROGRAM} ${VERSION}"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${PROGRAM}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${PROGRAM}: installer"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"

Var Scope       ; "all" or "current"
Var ScopeGiven  ; "yes" where a switch names it
Var FolderGiven ; what /D= names, or nothing
Var Before      ; where the same scope holds the program already, or nothing
Var ForMe
Var ForAll

; Pages

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
Page custom ShowScope LeaveScope
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolderWhereInstalled
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RefuseLongFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsTheUser
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_CUSTOMFUNCTION_SHOW un.HideSpaceNeeded
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(CasesStay)"
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

!macro Say NAME ENGLISH GERMAN
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_GERMAN} "${GERMAN}"
!macroend
!insertmacro Say SystemTooOld \
  "${PROGRAM} needs a 64-bit Windows 10, version 1809 or later (on ARM: Windows 11). Nothing was installed." \
  "${PROGRAM} benötigt ein 64-Bit-Windows 10 ab Version 1809 (auf ARM: Windows 11). Es wurde nichts installiert."
!if ${PROCESSOR} == arm64
  !insertmacro Say OtherProcessor \
    "This ${PROGRAM} is for computers with an ARM processor: take the file whose name says x64. Nothing was installed." \
    "Dieses ${PROGRAM} ist für Computer mit ARM-Prozessor: Nehmen Sie die Datei mit x64 im Namen. Es wurde nichts installiert."
!endif
!insertmacro Say StillOpen \
  "${PROGRAM} is still open. Close all its windows, then choose Retry. Nothing has been changed so far." \
  "${PROGRAM} ist noch geöffnet. Schließen Sie alle Fenster des Programms und wählen Sie dann „Wiederholen“. Bisher wurde nichts geändert."
!insertmacro Say NeedsAdministrator \
  "To install ${PROGRAM} for all users, or to remove it for all, an administrator has to agree. Nothing was changed." \
  "Um ${PROGRAM} für alle Benutzer zu installieren oder zu entfernen, muss ein Administrator zustimmen. Es wurde nichts geändert."
!insertmacro Say FolderTooLong \
  "The name of this folder is too long for the program's files: choose a folder whose path is shorter." \
  "Der Pfad dieses Ordners ist zu lang für die Dateien des Programms: Wählen Sie einen Ordner mit kürzerem Pfad."
!insertmacro Say NotReplaced \
  "The files in $INSTDIR could not be replaced, because another program holds them or the drive is full. Everything is as it was before; close other programs and start the installer again." \
  "Die Dateien in $INSTDIR ließen sich nicht ersetzen, weil ein anderes Programm sie verwendet oder der Datenträger voll ist. Alles ist wie zuvor; schließen Sie andere Programme und starten Sie die Installation erneut."
!insertmacro Say NotRegistered \
  "${PROGRAM} is installed, but Windows did not take all entries for the Start menu and for case files. Start the installer again to repair them." \
  "${PROGRAM} ist installiert, aber Windows hat nicht alle Einträge für das Startmenü und für Falldateien angenommen. Starten Sie die Installation erneut, um sie zu reparieren."
!insertmacro Say ScopeTitle "Who is it for?" "Für wen?"
!insertmacro Say ScopeSubtitle \
  "Choose who on this computer may use ${PROGRAM}." \
  "Wählen Sie, wer auf diesem Computer ${PROGRAM} verwenden kann."
!insertmacro Say ForMeOnly \
  "Only for &me (no administrator rights needed)" "Nur für &mich (ohne Administratorrechte)"
!insertmacro Say ForEveryone \
  "For &all users of this computer (an administrator has to agree)" \
  "Für &alle Benutzer dieses Computers (ein Administrator muss zustimmen)"
!insertmacro Say CaseFile "Casualty Workbench case" "Casualty-Workbench-Fall"
!insertmacro Say Purpose \
  "Turns news articles on armed conflict into casualty figures by side" \
  "Ermittelt aus Nachrichten über bewaffnete Konflikte Opferzahlen nach Seiten"
!insertmacro Say TheProgram "The program" "Das Programm"
!insertmacro Say TheSettings "My settings, logs and reports on faults" "Meine Einstellungen, Protokolle und Fehlerberichte"
!insertmacro Say CasesStay \
  "Choose what is to be removed. Your cases and their backups are never removed." \
  "Wählen Sie, was entfernt werden soll. Ihre Fälle und deren Sicherungen werden nie entfernt."

; What installer and uninstaller share

!macro Refuse CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A file that runs can be read and renamed, but not be opened for writing.
!macro Busy FOLDER NAME BUSY
  ${If} ${FileExists} "${FOLDER}\${NAME}"
    ClearErrors
    FileOpen $R8 "${FOLDER}\${NAME}" a
    ${If} ${Errors}
      Goto ${BUSY}
    ${EndIf}
    FileClose $R8
  ${EndIf}
!macroend

!macro SharedFunctions UN
  ; Take what $Scope says.
  Function ${UN}UseScope
    SetRegView 64
    ${If} $Scope == "all"
      SetShellVarContext all
    ${Else}
      SetShellVarContext current
    ${EndIf}
  FunctionEnd

  Function ${UN}IsAdministrator ; puts "yes" or "" on the stack
    UserInfo::GetAccountType
    Pop $R8
    ${If} $R8 == "Admin"
      Push "yes"
    ${Else}
      Push ""
    ${EndIf}
  FunctionEnd

  Function ${UN}RefuseWhileOpen ; the folder is in $R9
    again:
      !insertmacro Busy "$R9" "${WINDOW}" open
      !insertmacro Busy "$R9" "${CONSOLE}" open
      Return
    open:
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 32
      Quit
  FunctionEnd

  Function ${UN}TellShell ; that file types have changed
    System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
  FunctionEnd

  ; Remove the program's own files from $R9; what else lies there stays, and the folder with it.
  Function ${UN}RemoveFiles
    Delete "$R9\${WINDOW}"
    Delete "$R9\${CONSOLE}"
    RMDir /r "$R9\_internal"
    RMDir /r "$R9\_new"
    RMDir /r "$R9\_old"
    Delete "$R9\uninstall.exe"
    RMDir "$R9"
  FunctionEnd
!macroend
!insertmacro SharedFunctions ""
!insertmacro SharedFunctions "un."

; Installing

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse 1150 "$(SystemTooOld)"
  ${EndIf}
  !if ${PROCESSOR} == arm64
    ${IfNot} ${IsNativeARM64}
      !insertmacro Refuse 1150 "$(OtherProcessor)"
    ${EndIf}
  !else
    ${If} ${IsNativeARM64}
    ${AndIfNot} ${AtLeastBuild} 22000 ; only from Windows 11 on do programs for x64 run there
      !insertmacro Refuse 1150 "$(SystemTooOld)"
    ${EndIf}
  !endif
  SetRegView 64
  StrCpy $FolderGiven $INSTDIR
  Call FindScope
  Call TakeScope
  ${If} ${Silent}
    Call RefuseSilently
  ${EndIf}
FunctionEnd

; What a switch says, or else where the program is installed already, or else whoever runs this.
Function FindScope
  StrCpy $Scope "current"
  ReadRegStr $R0 HKCU "${UNINSTALL}" "InstallLocation"
  ReadRegStr $R1 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $R0 == ""
  ${AndIf} $R1 != ""
    StrCpy $Scope "all"
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Scope "all"
    StrCpy $ScopeGiven "yes"
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CURRENTUSER" $R1
  ${IfNot} ${Errors}
    StrCpy $Scope "current"
    StrCpy $ScopeGiven "yes"
  ${EndIf}
FunctionEnd

Function TakeScope
  Call UseScope
  ReadRegStr $Before SHCTX "${UNINSTALL}" "InstallLocation"
  ${If} $FolderGiven != ""
    StrCpy $INSTDIR $FolderGiven
  ${ElseIf} $Before != ""
    StrCpy $INSTDIR $Before
  ${ElseIf} $Scope == "all"
    StrCpy $INSTDIR "$PROGRAMFILES64\${PROGRAM}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PROGRAM}"
  ${EndIf}
FunctionEnd

; Without a window nobody can be asked, so everything that speaks against it is found out before anything is done.
Function RefuseSilently
  ${If} $Scope == "all"
    Call IsAdministrator
    Pop $R0
    ${If} $R0 == ""
      !insertmacro Refuse 740 "$(NeedsAdministrator)"
    ${EndIf}
  ${EndIf}
  Call IsFolderTooLong
  Pop $R0
  ${If} $R0 != ""
    !insertmacro Refuse 206 "$(FolderTooLong)"
  ${EndIf}
FunctionEnd

Function IsFolderTooLong ; puts "yes" or "" on the stack
  StrLen $R0 "$INSTDIR\_new\"
  IntOp $R0 $R0 + ${LONGEST}
  ${If} $R0 > 259
    Push "yes"
  ${Else}
    Push ""
  ${EndIf}
FunctionEnd

Function RefuseLongFolder
  Call IsFolderTooLong
  Pop $R0
  ${If} $R0 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FolderTooLong)"
    Abort
  ${EndIf}
FunctionEnd

Function SkipFolderWhereInstalled
  ${If} $Before != ""
  ${AndIf} $Before == $INSTDIR
    Abort
  ${EndIf}
FunctionEnd

Function ShowScope
  ${If} $ScopeGiven != ""
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(ScopeTitle)" "$(ScopeSubtitle)"
  nsDialogs::Create 1018
  Pop $R0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(ForMeOnly)"
  Pop $ForMe
  ${NSD_CreateRadioButton} 0 28u 100% 12u "$(ForEveryone)"
  Pop $ForAll
  ${If} $Scope == "all"
    ${NSD_Check} $ForAll
  ${Else}
    ${NSD_Check} $ForMe
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function LeaveScope
  StrCpy $Scope "current"
  ${NSD_GetState} $ForAll $R0
  ${If} $R0 == ${BST_CHECKED}
    StrCpy $Scope "all"
    Call IsAdministrator
    Pop $R0
    ${If} $R0 == ""
      Call StartAsAdministrator
    ${EndIf}
  ${EndIf}
  Call TakeScope
FunctionEnd

; Windows asks the person, and a second installer goes on; where the answer is no, this one stays.
Function StartAsAdministrator
  ClearErrors
  ${If} $FolderGiven == ""
    ExecShell "runas" "$EXEPATH" "/ALLUSERS"
  ${Else}
    ExecShell "runas" "$EXEPATH" "/ALLUSERS /D=$FolderGiven"
  ${EndIf}
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NeedsAdministrator)"
    Abort
  ${EndIf}
  Quit
FunctionEnd

; An installer with administrator rights must not hand them on to the program: the desktop starts it.
Function StartAsTheUser
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${WINDOW}"'
FunctionEnd

; Move a file or folder; antivirus programs hold new ones for a moment. Sets the error flag where that does not end.
!macro Move FROM TO
  Push "${FROM}"
  Push "${TO}"
  Call Move
!macroend
Function Move
  Pop $R1
  Pop $R0
  ${For} $R2 1 20
    ClearErrors
    Rename "$R0" "$R1"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 500
  ${Next}
  SetErrors
FunctionEnd

!macro PutAside NAME
  ${IfNot} ${Errors}
  ${AndIf} ${FileExists} "$INSTDIR\${NAME}"
    !insertmacro Move "$INSTDIR\${NAME}" "$INSTDIR\_old\${NAME}"
  ${EndIf}
!macroend

!macro PutInPlace NAME
  ${IfNot} ${Errors}
    !insertmacro Move "$INSTDIR\_new\${NAME}" "$INSTDIR\${NAME}"
  ${EndIf}
!macroend

!macro PutBack NAME
  ${If} ${FileExists} "$INSTDIR\_old\${NAME}"
    RMDir /r "$INSTDIR\${NAME}"
    Delete "$INSTDIR\${NAME}"
    !insertmacro Move "$INSTDIR\_old\${NAME}" "$INSTDIR\${NAME}"
  ${EndIf}
!macroend

; What an installer left that could not end: put back what it had put aside.
Function PutBackAll
  !insertmacro PutBack "_internal"
  !insertmacro PutBack "${WINDOW}"
  !insertmacro PutBack "${CONSOLE}"
  RMDir /r "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
FunctionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  Call PutBackAll
  RMDir "$INSTDIR"
  SetErrorLevel 2
FunctionEnd

Section
  StrCpy $R9 $INSTDIR
  Call RefuseWhileOpen
  ${If} $Before != ""
    StrCpy $R9 $Before
    Call RefuseWhileOpen
  ${EndIf}
  Call PutBackAll
  ; The new files are written beside the old ones, and take their place when all of them are there.
  SetOutPath "$INSTDIR\_new"
  File /r "${SOURCE}\*"
  SetOutPath "$INSTDIR"
  CreateDirectory "$INSTDIR\_old"
  ClearErrors
  !insertmacro PutAside "${WINDOW}"
  !insertmacro PutAside "${CONSOLE}"
  !insertmacro PutAside "_internal"
  !insertmacro PutInPlace "_internal"
  !insertmacro PutInPlace "${CONSOLE}"
  !insertmacro PutInPlace "${WINDOW}"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(NotReplaced)" /SD IDOK
    Abort
  ${EndIf}
  RMDir /r "$INSTDIR\_old"
  RMDir /r "$INSTDIR\_new"
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    StrCpy $R9 $Before
    Call RemoveFiles
  ${EndIf}
  ClearErrors
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call Register
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NotRegistered)" /SD IDOK
  ${EndIf}
  Call TellShell
SectionEnd

Function Register
  CreateShortcut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\${WINDOW}" "" "" "" "" "" "$(Purpose)"
  ; Apps & Features
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${PROGRAM}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ; The start by name: Win+R, start casualty-workbench
  WriteRegStr SHCTX "${PLACES}\${WINDOW}" "" "$INSTDIR\${WINDOW}"
  WriteRegStr SHCTX "${PLACES}\${CONSOLE}" "" "$INSTDIR\${CONSOLE}"
  ; Case files
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "$(CaseFile)"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${WINDOW},1"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.case\OpenWithProgids" "${KIND}" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${WINDOW}" "FriendlyAppName" "${PROGRAM}"
  WriteRegStr SHCTX "Software\Classes\Applications\${WINDOW}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\${WINDOW}\SupportedTypes" ".case" ""
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationName" "${PROGRAM}"
  WriteRegStr SHCTX "${CAPABILITIES}" "ApplicationDescription" "$(Purpose)"
  WriteRegStr SHCTX "${CAPABILITIES}\FileAssociations" ".case" "${KIND}"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${PROGRAM}" "${CAPABILITIES}"
  ; Another program's .case stays with it: then ours stands under "Open with".
  ReadRegStr $R0 HKCR ".case" ""
  ${If} ${Errors}
  ${OrIf} $R0 == ""
    ClearErrors
    WriteRegStr SHCTX "Software\Classes\.case" "" "${KIND}"
  ${EndIf}
FunctionEnd

; Uninstalling

Function un.HideSpaceNeeded
  ShowWindow $mui.ComponentsPage.SpaceRequired ${SW_HIDE}
FunctionEnd

Section "un.$(TheProgram)" SectionProgram
  SectionIn RO
  StrCpy $R9 $INSTDIR
  Call un.RefuseWhileOpen
  SetOutPath "$TEMP"
  Call un.RemoveFiles
  ReadRegStr $R0 SHCTX "${UNINSTALL}" "InstallLocation"
  ${If} $R0 == $INSTDIR
    Call un.Forget
  ${EndIf}
SectionEnd

Section /o "un.$(TheSettings)" SectionSettings
  SetShellVarContext current
  StrCpy $R9 "$LOCALAPPDATA\casualty-workbench"
  Delete "$R9\settings.json*"
  Delete "$R9\.settings.json.part"
  Delete "$R9\logs\*.log"
  Delete "$R9\logs\*.log.*"
  Delete "$R9\logs\*.running"
  RMDir "$R9\logs"
  Delete "$R9\reports\*.txt"
  RMDir "$R9\reports"
  RMDir /r "$R9\running" ; locks, and the names of files that one start handed to another
  RMDir /r "$R9\cache" ; the list of the system's fonts
  RMDir "$R9"
SectionEnd

Function un.Forget
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${PLACES}\${WINDOW}"
  DeleteRegKey SHCTX "${PLACES}\${CONSOLE}"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegKey SHCTX "Software\Classes\Applications\${WINDOW}"
  DeleteRegValue SHCTX "Software\Classes\.case\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.case\OpenWithProgids"
  ReadRegStr $R0 SHCTX "Software\Classes\.case" ""
  ${If} $R0 == "${KIND}"
    DeleteRegValue SHCTX "Software\Classes\.case" ""
  ${EndIf}
  DeleteRegKey /ifempty SHCTX "Software\Classes\.case"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${PROGRAM}"
  DeleteRegKey SHCTX "Software\${PROGRAM}"
  Call un.TellShell
FunctionEnd

Function un.onInit
  SetRegView 64
  StrCpy $Scope "current"
  ReadRegStr $R0 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $R0 == $INSTDIR
    StrCpy $Scope "all"
    Call un.IsAdministrator
    Pop $R0
    ${If} $R0 == ""
      Call un.StartAsAdministrator
    ${EndIf}
  ${EndIf}
  Call un.UseScope
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/PURGE" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${SectionSettings}
  ${EndIf}
FunctionEnd

Function un.StartAsAdministrator
  ${IfNot} ${Silent}
    ClearErrors
    ExecShell "runas" "$INSTDIR\uninstall.exe"
    ${IfNot} ${Errors}
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro Refuse 740 "$(NeedsAdministrator)"
FunctionEnd
