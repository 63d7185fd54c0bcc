import { BasedOn as BasedOn_1e92fd64c8a2e63ee189b5b3ea8c906a } from '../../../twoPeople/BasedOn.tsx'
import { PublicAddress as PublicAddress_1058e734b83ba290cb6e672b5e7fc1f9 } from '../../../components/PublicAddress.tsx'
import { PrivateNotice as PrivateNotice_978f579be534933fdb0a793f60387712 } from '../../../components/PrivateNotice.tsx'
import { FormFaults as FormFaults_51573fa9734390685d55a5e43c7032fd } from '../../../form/FormFaults.tsx'
import { FieldFault as FieldFault_2fde1918b09169f3b7e4029197905b52 } from '../../../form/FieldFault.tsx'
import { DateField as DateField_439cf4e48c016d50a3e8278103786ccc } from '../../../form/DateField.tsx'
import { EventLabel as EventLabel_c7bef00878262314180dd31d8ead1747 } from '../../../components/EventLabel.tsx'
import { OldPassword as OldPassword_d966a357e76d726a0b0118b3cd4bbe4c } from '../../../components/OldPassword.tsx'
import { EndSessions as EndSessions_8d1822b3359833f438ab3e0ae20da039 } from '../../../components/EndSessions.tsx'
import { Icon as Icon_9f57f5793c9180d8298900d9da42b164 } from '../../../components/Mark.tsx'
import { Logo as Logo_9f57f5793c9180d8298900d9da42b164 } from '../../../components/Mark.tsx'
import { ReleaseLine as ReleaseLine_16158a9d19886fb0f124d7fc3cd811c3 } from '../../../components/ReleaseLine.tsx'
import { Today as Today_947ca25af80a4bf05ce07f21b9cac56f } from '../../../components/Today.tsx'
import { ForgotPassword as ForgotPassword_3781ac004d1b69d232aa392ccdbfd689 } from '../../../components/ForgotPassword.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/twoPeople/BasedOn.tsx#BasedOn": BasedOn_1e92fd64c8a2e63ee189b5b3ea8c906a,
  "/components/PublicAddress.tsx#PublicAddress": PublicAddress_1058e734b83ba290cb6e672b5e7fc1f9,
  "/components/PrivateNotice.tsx#PrivateNotice": PrivateNotice_978f579be534933fdb0a793f60387712,
  "/form/FormFaults.tsx#FormFaults": FormFaults_51573fa9734390685d55a5e43c7032fd,
  "/form/FieldFault.tsx#FieldFault": FieldFault_2fde1918b09169f3b7e4029197905b52,
  "/form/DateField.tsx#DateField": DateField_439cf4e48c016d50a3e8278103786ccc,
  "/components/EventLabel.tsx#EventLabel": EventLabel_c7bef00878262314180dd31d8ead1747,
  "/components/OldPassword.tsx#OldPassword": OldPassword_d966a357e76d726a0b0118b3cd4bbe4c,
  "/components/EndSessions.tsx#EndSessions": EndSessions_8d1822b3359833f438ab3e0ae20da039,
  "/components/Mark.tsx#Icon": Icon_9f57f5793c9180d8298900d9da42b164,
  "/components/Mark.tsx#Logo": Logo_9f57f5793c9180d8298900d9da42b164,
  "/components/ReleaseLine.tsx#ReleaseLine": ReleaseLine_16158a9d19886fb0f124d7fc3cd811c3,
  "/components/Today.tsx#Today": Today_947ca25af80a4bf05ce07f21b9cac56f,
  "/components/ForgotPassword.tsx#ForgotPassword": ForgotPassword_3781ac004d1b69d232aa392ccdbfd689,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
