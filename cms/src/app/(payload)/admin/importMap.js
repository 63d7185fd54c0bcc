import { WhatYouMay as WhatYouMay_43e9ec7f00a3818a787966c8ae7debe2 } from '../../../components/WhatYouMay.tsx'
import { BasedOn as BasedOn_1e92fd64c8a2e63ee189b5b3ea8c906a } from '../../../twoPeople/BasedOn.tsx'
import { WayPanel as WayPanel_d9a987484d8f5b84556cf858c81f1457 } from '../../../workflow/WayPanel.tsx'
import { PublicAddress as PublicAddress_1058e734b83ba290cb6e672b5e7fc1f9 } from '../../../components/PublicAddress.tsx'
import { PrivateDecisions as PrivateDecisions_e867a00e873d9771e9305a3f380dbf2c } from '../../../components/PrivateDecisions.tsx'
import { NewRecord as NewRecord_39c82bab2778bb78727e2a0789420e1d } from '../../../form/NewRecord.tsx'
import { FormFaults as FormFaults_51573fa9734390685d55a5e43c7032fd } from '../../../form/FormFaults.tsx'
import { LikeThis as LikeThis_b217cc1b3f117001e5d57ebd8261fe8d } from '../../../caseForm/LikeThis.tsx'
import { CaseDerivation as CaseDerivation_fc608506e70e5fd7342db33195dc2fae } from '../../../caseForm/CaseDerivation.tsx'
import { ReferenceField as ReferenceField_6d18e61ffb1e5aa9245fa1fe49742054 } from '../../../caseForm/ReferenceField.tsx'
import { FieldFault as FieldFault_2fde1918b09169f3b7e4029197905b52 } from '../../../form/FieldFault.tsx'
import { AreaField as AreaField_b2884f038c2a9331429c3dfcce6be718 } from '../../../caseForm/AreaField.tsx'
import { DutiesField as DutiesField_907deaf03145d4d6ab820ced47b88ef7 } from '../../../caseForm/DutiesField.tsx'
import { CallGrid as CallGrid_39cb99aca587c048610d808a9af7c6fa } from '../../../caseForm/CallGrid.tsx'
import { EventLine as EventLine_364e901566590b290a0de526b0c77e4c } from '../../../caseForm/EventLine.tsx'
import { DateField as DateField_439cf4e48c016d50a3e8278103786ccc } from '../../../form/DateField.tsx'
import { EventLabel as EventLabel_ba71bd9f700999ca21b621da72769213 } from '../../../caseForm/EventLabel.tsx'
import { StateField as StateField_70ccbdac7c782101027cf7e52b2e41b0 } from '../../../caseForm/StateField.tsx'
import { PhotoTexts as PhotoTexts_5f97995634ed42970310e816fe4a29bc } from '../../../caseForm/PhotoTexts.tsx'
import { InstantCell as InstantCell_f75c7f1430d4b10d1d5e7855ec709e78 } from '../../../words/InstantCell.tsx'
import { StateCell as StateCell_7903ae2c55e4cbb563e8b94265992fe8 } from '../../../words/StateCell.tsx'
import { DownloadWorkbook as DownloadWorkbook_0dd6e45f092e48cd78073dbb1ea3de1a } from '../../../workbooks/DownloadWorkbook.tsx'
import { MassActs as MassActs_22ee8164cf2b503b8f918a7b4cd9f4ab } from '../../../massActs/MassActs.tsx'
import { RehearsalButton as RehearsalButton_4df278fcb6f14bec1eaa98fdcfc46e0a } from '../../../rehearsal/RehearsalButton.tsx'
import { WithdrawButton as WithdrawButton_f90e0860b0fc56f52e16b5f481d70d34 } from '../../../withdrawals/WithdrawButton.tsx'
import { BinButton as BinButton_2bc95beb936c2de7761310e4b75022b7 } from '../../../bin/BinButton.tsx'
import { PublishButton as PublishButton_b946d794e23ecea4d0b75056af508161 } from '../../../workflow/PublishButton.tsx'
import { StateLine as StateLine_3c63988361e6e57317e1b4f424342a75 } from '../../../words/StateLine.tsx'
import { NoBareWithdrawal as NoBareWithdrawal_42b4de8022402043abf542d58486d940 } from '../../../withdrawals/NoBareWithdrawal.tsx'
import { VersionsList as VersionsList_7598d2514e1778d059eac7a3d99078dc } from '../../../history/VersionsList.tsx'
import { RecordList as RecordList_4ca964400cb09e057728df832f0d984c } from '../../../massActs/RecordList.tsx'
import { PhotoMasks as PhotoMasks_499c8a5cb68106f9446e9ed0ca048a1f } from '../../../components/PhotoMasks.tsx'
import { MergePanel as MergePanel_bfcf1eb570ae4e05b0c61164395f01ee } from '../../../mergers/MergePanel.tsx'
import { OldPassword as OldPassword_d966a357e76d726a0b0118b3cd4bbe4c } from '../../../components/OldPassword.tsx'
import { EndSessions as EndSessions_8d1822b3359833f438ab3e0ae20da039 } from '../../../components/EndSessions.tsx'
import { TableCell as TableCell_c40d1f15b71346e833dc5ede9238cea7 } from '../../../words/TableCell.tsx'
import { DeedCell as DeedCell_679cf124d8192ce9bc40a0ba7d10799e } from '../../../history/DeedCell.tsx'
import { DeedField as DeedField_27f59b2ef3004d13ffb1ac57a44b561a } from '../../../history/DeedField.tsx'
import { ChangesField as ChangesField_ed6a124850e390a2a1097d10ad9f7cc8 } from '../../../history/ChangesField.tsx'
import { Icon as Icon_9f57f5793c9180d8298900d9da42b164 } from '../../../components/Mark.tsx'
import { Logo as Logo_9f57f5793c9180d8298900d9da42b164 } from '../../../components/Mark.tsx'
import { ReleaseLine as ReleaseLine_ed7d3d8f344bfc469fbad0fece568689 } from '../../../desk/ReleaseLine.tsx'
import { HandbookLink as HandbookLink_d8cde597b48a730ea25c6dc8d6a1ea27 } from '../../../handbook/HandbookLink.tsx'
import { Today as Today_4ccc7047f5db1e3898670a9f0a27a146 } from '../../../desk/Today.tsx'
import { ImportLink as ImportLink_26647471b1bc014c946051676f8ab876 } from '../../../importDesk/ImportLink.tsx'
import { ChineseAttributes as ChineseAttributes_5e3e4e003795bdb24d8fc122bc084c35 } from '../../../words/ChineseAttributes.tsx'
import { HandbookView as HandbookView_a016dc7460d4016cd0df532ada22a666 } from '../../../handbook/HandbookView.tsx'
import { ForgotPassword as ForgotPassword_3781ac004d1b69d232aa392ccdbfd689 } from '../../../components/ForgotPassword.tsx'
import { ImportView as ImportView_a6f55354fd305f7da03edb872e5dd6b5 } from '../../../importDesk/ImportView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/components/WhatYouMay.tsx#WhatYouMay": WhatYouMay_43e9ec7f00a3818a787966c8ae7debe2,
  "/twoPeople/BasedOn.tsx#BasedOn": BasedOn_1e92fd64c8a2e63ee189b5b3ea8c906a,
  "/workflow/WayPanel.tsx#WayPanel": WayPanel_d9a987484d8f5b84556cf858c81f1457,
  "/components/PublicAddress.tsx#PublicAddress": PublicAddress_1058e734b83ba290cb6e672b5e7fc1f9,
  "/components/PrivateDecisions.tsx#PrivateDecisions": PrivateDecisions_e867a00e873d9771e9305a3f380dbf2c,
  "/form/NewRecord.tsx#NewRecord": NewRecord_39c82bab2778bb78727e2a0789420e1d,
  "/form/FormFaults.tsx#FormFaults": FormFaults_51573fa9734390685d55a5e43c7032fd,
  "/caseForm/LikeThis.tsx#LikeThis": LikeThis_b217cc1b3f117001e5d57ebd8261fe8d,
  "/caseForm/CaseDerivation.tsx#CaseDerivation": CaseDerivation_fc608506e70e5fd7342db33195dc2fae,
  "/caseForm/ReferenceField.tsx#ReferenceField": ReferenceField_6d18e61ffb1e5aa9245fa1fe49742054,
  "/form/FieldFault.tsx#FieldFault": FieldFault_2fde1918b09169f3b7e4029197905b52,
  "/caseForm/AreaField.tsx#AreaField": AreaField_b2884f038c2a9331429c3dfcce6be718,
  "/caseForm/DutiesField.tsx#DutiesField": DutiesField_907deaf03145d4d6ab820ced47b88ef7,
  "/caseForm/CallGrid.tsx#CallGrid": CallGrid_39cb99aca587c048610d808a9af7c6fa,
  "/caseForm/EventLine.tsx#EventLine": EventLine_364e901566590b290a0de526b0c77e4c,
  "/form/DateField.tsx#DateField": DateField_439cf4e48c016d50a3e8278103786ccc,
  "/caseForm/EventLabel.tsx#EventLabel": EventLabel_ba71bd9f700999ca21b621da72769213,
  "/caseForm/StateField.tsx#StateField": StateField_70ccbdac7c782101027cf7e52b2e41b0,
  "/caseForm/PhotoTexts.tsx#PhotoTexts": PhotoTexts_5f97995634ed42970310e816fe4a29bc,
  "/words/InstantCell.tsx#InstantCell": InstantCell_f75c7f1430d4b10d1d5e7855ec709e78,
  "/words/StateCell.tsx#StateCell": StateCell_7903ae2c55e4cbb563e8b94265992fe8,
  "/workbooks/DownloadWorkbook.tsx#DownloadWorkbook": DownloadWorkbook_0dd6e45f092e48cd78073dbb1ea3de1a,
  "/massActs/MassActs.tsx#MassActs": MassActs_22ee8164cf2b503b8f918a7b4cd9f4ab,
  "/rehearsal/RehearsalButton.tsx#RehearsalButton": RehearsalButton_4df278fcb6f14bec1eaa98fdcfc46e0a,
  "/withdrawals/WithdrawButton.tsx#WithdrawButton": WithdrawButton_f90e0860b0fc56f52e16b5f481d70d34,
  "/bin/BinButton.tsx#BinButton": BinButton_2bc95beb936c2de7761310e4b75022b7,
  "/workflow/PublishButton.tsx#PublishButton": PublishButton_b946d794e23ecea4d0b75056af508161,
  "/words/StateLine.tsx#StateLine": StateLine_3c63988361e6e57317e1b4f424342a75,
  "/withdrawals/NoBareWithdrawal.tsx#NoBareWithdrawal": NoBareWithdrawal_42b4de8022402043abf542d58486d940,
  "/history/VersionsList.tsx#VersionsList": VersionsList_7598d2514e1778d059eac7a3d99078dc,
  "/massActs/RecordList.tsx#RecordList": RecordList_4ca964400cb09e057728df832f0d984c,
  "/components/PhotoMasks.tsx#PhotoMasks": PhotoMasks_499c8a5cb68106f9446e9ed0ca048a1f,
  "/mergers/MergePanel.tsx#MergePanel": MergePanel_bfcf1eb570ae4e05b0c61164395f01ee,
  "/components/OldPassword.tsx#OldPassword": OldPassword_d966a357e76d726a0b0118b3cd4bbe4c,
  "/components/EndSessions.tsx#EndSessions": EndSessions_8d1822b3359833f438ab3e0ae20da039,
  "/words/TableCell.tsx#TableCell": TableCell_c40d1f15b71346e833dc5ede9238cea7,
  "/history/DeedCell.tsx#DeedCell": DeedCell_679cf124d8192ce9bc40a0ba7d10799e,
  "/history/DeedField.tsx#DeedField": DeedField_27f59b2ef3004d13ffb1ac57a44b561a,
  "/history/ChangesField.tsx#ChangesField": ChangesField_ed6a124850e390a2a1097d10ad9f7cc8,
  "/components/Mark.tsx#Icon": Icon_9f57f5793c9180d8298900d9da42b164,
  "/components/Mark.tsx#Logo": Logo_9f57f5793c9180d8298900d9da42b164,
  "/desk/ReleaseLine.tsx#ReleaseLine": ReleaseLine_ed7d3d8f344bfc469fbad0fece568689,
  "/handbook/HandbookLink.tsx#HandbookLink": HandbookLink_d8cde597b48a730ea25c6dc8d6a1ea27,
  "/desk/Today.tsx#Today": Today_4ccc7047f5db1e3898670a9f0a27a146,
  "/importDesk/ImportLink.tsx#ImportLink": ImportLink_26647471b1bc014c946051676f8ab876,
  "/words/ChineseAttributes.tsx#ChineseAttributes": ChineseAttributes_5e3e4e003795bdb24d8fc122bc084c35,
  "/handbook/HandbookView.tsx#HandbookView": HandbookView_a016dc7460d4016cd0df532ada22a666,
  "/components/ForgotPassword.tsx#ForgotPassword": ForgotPassword_3781ac004d1b69d232aa392ccdbfd689,
  "/importDesk/ImportView.tsx#ImportView": ImportView_a6f55354fd305f7da03edb872e5dd6b5,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
