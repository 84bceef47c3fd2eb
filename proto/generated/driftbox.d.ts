import * as $protobuf from "protobufjs";

/** Namespace driftbox. */
export namespace driftbox {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a CustodyPayload.
         * @deprecated Use driftbox.v1.CustodyPayload.$Properties instead.
         */
        interface ICustodyPayload extends driftbox.v1.CustodyPayload.$Properties {
        }

        /** Represents a CustodyPayload. */
        class CustodyPayload {

            /**
             * Constructs a new CustodyPayload.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CustodyPayload.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CustodyPayload salt. */
            salt: Uint8Array;

            /** CustodyPayload gatewayStarted. */
            gatewayStarted?: (driftbox.v1.GatewayStarted.$Properties|null);

            /** CustodyPayload bootRecovered. */
            bootRecovered?: (driftbox.v1.BootRecovered.$Properties|null);

            /** CustodyPayload heartbeat. */
            heartbeat?: (driftbox.v1.Heartbeat.$Properties|null);

            /** CustodyPayload timeAnchored. */
            timeAnchored?: (driftbox.v1.TimeAnchored.$Properties|null);

            /** CustodyPayload keyRotated. */
            keyRotated?: (driftbox.v1.KeyRotated.$Properties|null);

            /** CustodyPayload chainRecovered. */
            chainRecovered?: (driftbox.v1.ChainRecovered.$Properties|null);

            /** CustodyPayload policyApplied. */
            policyApplied?: (driftbox.v1.PolicyApplied.$Properties|null);

            /** CustodyPayload grantsApplied. */
            grantsApplied?: (driftbox.v1.GrantsApplied.$Properties|null);

            /** CustodyPayload accessGranted. */
            accessGranted?: (driftbox.v1.AccessGranted.$Properties|null);

            /** CustodyPayload accessRefused. */
            accessRefused?: (driftbox.v1.AccessRefused.$Properties|null);

            /** CustodyPayload authorizerAdded. */
            authorizerAdded?: (driftbox.v1.AuthorizerAdded.$Properties|null);

            /** CustodyPayload duressSignaled. */
            duressSignaled?: (driftbox.v1.DuressSignaled.$Properties|null);

            /** CustodyPayload lockoutStarted. */
            lockoutStarted?: (driftbox.v1.LockoutStarted.$Properties|null);

            /** CustodyPayload credentialShown. */
            credentialShown?: (driftbox.v1.CredentialShown.$Properties|null);

            /** CustodyPayload codeReissued. */
            codeReissued?: (driftbox.v1.CodeReissued.$Properties|null);

            /** CustodyPayload unlockIntended. */
            unlockIntended?: (driftbox.v1.UnlockIntended.$Properties|null);

            /** CustodyPayload unlockConcluded. */
            unlockConcluded?: (driftbox.v1.UnlockConcluded.$Properties|null);

            /** CustodyPayload doorOpened. */
            doorOpened?: (driftbox.v1.DoorOpened.$Properties|null);

            /** CustodyPayload doorClosed. */
            doorClosed?: (driftbox.v1.DoorClosed.$Properties|null);

            /** CustodyPayload doorForced. */
            doorForced?: (driftbox.v1.DoorForced.$Properties|null);

            /** CustodyPayload doorHeldOpen. */
            doorHeldOpen?: (driftbox.v1.DoorHeldOpen.$Properties|null);

            /** CustodyPayload doorAjar. */
            doorAjar?: (driftbox.v1.DoorAjar.$Properties|null);

            /** CustodyPayload lockFaulted. */
            lockFaulted?: (driftbox.v1.LockFaulted.$Properties|null);

            /** CustodyPayload overrideUsed. */
            overrideUsed?: (driftbox.v1.OverrideUsed.$Properties|null);

            /** CustodyPayload emergencyDeclared. */
            emergencyDeclared?: (driftbox.v1.EmergencyDeclared.$Properties|null);

            /** CustodyPayload overrideClosed. */
            overrideClosed?: (driftbox.v1.OverrideClosed.$Properties|null);

            /** CustodyPayload signatureGiven. */
            signatureGiven?: (driftbox.v1.SignatureGiven.$Properties|null);

            /** CustodyPayload parcelDeposited. */
            parcelDeposited?: (driftbox.v1.ParcelDeposited.$Properties|null);

            /** CustodyPayload parcelCollected. */
            parcelCollected?: (driftbox.v1.ParcelCollected.$Properties|null);

            /** CustodyPayload boxEmptied. */
            boxEmptied?: (driftbox.v1.BoxEmptied.$Properties|null);

            /** CustodyPayload parcelUnaccounted. */
            parcelUnaccounted?: (driftbox.v1.ParcelUnaccounted.$Properties|null);

            /** CustodyPayload depositUnverified. */
            depositUnverified?: (driftbox.v1.DepositUnverified.$Properties|null);

            /** CustodyPayload depositAbandoned. */
            depositAbandoned?: (driftbox.v1.DepositAbandoned.$Properties|null);

            /** CustodyPayload handoverReleased. */
            handoverReleased?: (driftbox.v1.HandoverReleased.$Properties|null);

            /** CustodyPayload handoverAccepted. */
            handoverAccepted?: (driftbox.v1.HandoverAccepted.$Properties|null);

            /** CustodyPayload handoverDisputed. */
            handoverDisputed?: (driftbox.v1.HandoverDisputed.$Properties|null);

            /** CustodyPayload handoverWithdrawn. */
            handoverWithdrawn?: (driftbox.v1.HandoverWithdrawn.$Properties|null);

            /** CustodyPayload manifestOpened. */
            manifestOpened?: (driftbox.v1.ManifestOpened.$Properties|null);

            /** CustodyPayload manifestClosed. */
            manifestClosed?: (driftbox.v1.ManifestClosed.$Properties|null);

            /** CustodyPayload containerSealed. */
            containerSealed?: (driftbox.v1.ContainerSealed.$Properties|null);

            /** CustodyPayload containerOpened. */
            containerOpened?: (driftbox.v1.ContainerOpened.$Properties|null);

            /** CustodyPayload sealTagChecked. */
            sealTagChecked?: (driftbox.v1.SealTagChecked.$Properties|null);

            /** CustodyPayload tamperDetected. */
            tamperDetected?: (driftbox.v1.TamperDetected.$Properties|null);

            /** CustodyPayload powerLost. */
            powerLost?: (driftbox.v1.PowerLost.$Properties|null);

            /** CustodyPayload powerRestored. */
            powerRestored?: (driftbox.v1.PowerRestored.$Properties|null);

            /** CustodyPayload batteryLow. */
            batteryLow?: (driftbox.v1.BatteryLow.$Properties|null);

            /** CustodyPayload sensorDissented. */
            sensorDissented?: (driftbox.v1.SensorDissented.$Properties|null);

            /** CustodyPayload readerLost. */
            readerLost?: (driftbox.v1.ReaderLost.$Properties|null);

            /** CustodyPayload storageLow. */
            storageLow?: (driftbox.v1.StorageLow.$Properties|null);

            /** CustodyPayload clockStepped. */
            clockStepped?: (driftbox.v1.ClockStepped.$Properties|null);

            /** CustodyPayload commandRefused. */
            commandRefused?: (driftbox.v1.CommandRefused.$Properties|null);

            /** CustodyPayload commandExecuted. */
            commandExecuted?: (driftbox.v1.CommandExecuted.$Properties|null);

            /** CustodyPayload compartmentDisabled. */
            compartmentDisabled?: (driftbox.v1.CompartmentDisabled.$Properties|null);

            /** CustodyPayload compartmentEnabled. */
            compartmentEnabled?: (driftbox.v1.CompartmentEnabled.$Properties|null);

            /** CustodyPayload corrected. */
            corrected?: (driftbox.v1.Corrected.$Properties|null);

            /** CustodyPayload serviceSuspended. */
            serviceSuspended?: (driftbox.v1.ServiceSuspended.$Properties|null);

            /** CustodyPayload serviceResumed. */
            serviceResumed?: (driftbox.v1.ServiceResumed.$Properties|null);

            /** CustodyPayload maintenanceBegun. */
            maintenanceBegun?: (driftbox.v1.MaintenanceBegun.$Properties|null);

            /** CustodyPayload maintenanceEnded. */
            maintenanceEnded?: (driftbox.v1.MaintenanceEnded.$Properties|null);

            /** CustodyPayload commandAccepted. */
            commandAccepted?: (driftbox.v1.CommandAccepted.$Properties|null);

            /** CustodyPayload sensorQuarantined. */
            sensorQuarantined?: (driftbox.v1.SensorQuarantined.$Properties|null);

            /** CustodyPayload sensorRestored. */
            sensorRestored?: (driftbox.v1.SensorRestored.$Properties|null);

            /** CustodyPayload documentRefused. */
            documentRefused?: (driftbox.v1.DocumentRefused.$Properties|null);

            /** CustodyPayload settingChanged. */
            settingChanged?: (driftbox.v1.SettingChanged.$Properties|null);

            /** CustodyPayload codeRevoked. */
            codeRevoked?: (driftbox.v1.CodeRevoked.$Properties|null);

            /** CustodyPayload fact. */
            fact?: ("gatewayStarted"|"bootRecovered"|"heartbeat"|"timeAnchored"|"keyRotated"|"chainRecovered"|"policyApplied"|"grantsApplied"|"accessGranted"|"accessRefused"|"authorizerAdded"|"duressSignaled"|"lockoutStarted"|"credentialShown"|"codeReissued"|"unlockIntended"|"unlockConcluded"|"doorOpened"|"doorClosed"|"doorForced"|"doorHeldOpen"|"doorAjar"|"lockFaulted"|"overrideUsed"|"emergencyDeclared"|"overrideClosed"|"signatureGiven"|"parcelDeposited"|"parcelCollected"|"boxEmptied"|"parcelUnaccounted"|"depositUnverified"|"depositAbandoned"|"handoverReleased"|"handoverAccepted"|"handoverDisputed"|"handoverWithdrawn"|"manifestOpened"|"manifestClosed"|"containerSealed"|"containerOpened"|"sealTagChecked"|"tamperDetected"|"powerLost"|"powerRestored"|"batteryLow"|"sensorDissented"|"readerLost"|"storageLow"|"clockStepped"|"commandRefused"|"commandExecuted"|"compartmentDisabled"|"compartmentEnabled"|"corrected"|"serviceSuspended"|"serviceResumed"|"maintenanceBegun"|"maintenanceEnded"|"commandAccepted"|"sensorQuarantined"|"sensorRestored"|"documentRefused"|"settingChanged"|"codeRevoked");

            /**
             * Encodes the specified CustodyPayload message. Does not implicitly {@link driftbox.v1.CustodyPayload.verify|verify} messages.
             * @param message CustodyPayload message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CustodyPayload.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CustodyPayload message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CustodyPayload & driftbox.v1.CustodyPayload.$Shape} CustodyPayload
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CustodyPayload & driftbox.v1.CustodyPayload.$Shape;

            /**
             * Creates a CustodyPayload message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CustodyPayload
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CustodyPayload;

            /**
             * Creates a plain object from a CustodyPayload message. Also converts values to other types if specified.
             * @param message CustodyPayload
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CustodyPayload, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CustodyPayload to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CustodyPayload
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CustodyPayload {

            /** Properties of a CustodyPayload. */
            interface $Properties {

                /** CustodyPayload salt */
                salt?: (Uint8Array|null);

                /** CustodyPayload gatewayStarted */
                gatewayStarted?: (driftbox.v1.GatewayStarted.$Properties|null);

                /** CustodyPayload bootRecovered */
                bootRecovered?: (driftbox.v1.BootRecovered.$Properties|null);

                /** CustodyPayload heartbeat */
                heartbeat?: (driftbox.v1.Heartbeat.$Properties|null);

                /** CustodyPayload timeAnchored */
                timeAnchored?: (driftbox.v1.TimeAnchored.$Properties|null);

                /** CustodyPayload keyRotated */
                keyRotated?: (driftbox.v1.KeyRotated.$Properties|null);

                /** CustodyPayload chainRecovered */
                chainRecovered?: (driftbox.v1.ChainRecovered.$Properties|null);

                /** CustodyPayload policyApplied */
                policyApplied?: (driftbox.v1.PolicyApplied.$Properties|null);

                /** CustodyPayload grantsApplied */
                grantsApplied?: (driftbox.v1.GrantsApplied.$Properties|null);

                /** CustodyPayload accessGranted */
                accessGranted?: (driftbox.v1.AccessGranted.$Properties|null);

                /** CustodyPayload accessRefused */
                accessRefused?: (driftbox.v1.AccessRefused.$Properties|null);

                /** CustodyPayload authorizerAdded */
                authorizerAdded?: (driftbox.v1.AuthorizerAdded.$Properties|null);

                /** CustodyPayload duressSignaled */
                duressSignaled?: (driftbox.v1.DuressSignaled.$Properties|null);

                /** CustodyPayload lockoutStarted */
                lockoutStarted?: (driftbox.v1.LockoutStarted.$Properties|null);

                /** CustodyPayload credentialShown */
                credentialShown?: (driftbox.v1.CredentialShown.$Properties|null);

                /** CustodyPayload codeReissued */
                codeReissued?: (driftbox.v1.CodeReissued.$Properties|null);

                /** CustodyPayload unlockIntended */
                unlockIntended?: (driftbox.v1.UnlockIntended.$Properties|null);

                /** CustodyPayload unlockConcluded */
                unlockConcluded?: (driftbox.v1.UnlockConcluded.$Properties|null);

                /** CustodyPayload doorOpened */
                doorOpened?: (driftbox.v1.DoorOpened.$Properties|null);

                /** CustodyPayload doorClosed */
                doorClosed?: (driftbox.v1.DoorClosed.$Properties|null);

                /** CustodyPayload doorForced */
                doorForced?: (driftbox.v1.DoorForced.$Properties|null);

                /** CustodyPayload doorHeldOpen */
                doorHeldOpen?: (driftbox.v1.DoorHeldOpen.$Properties|null);

                /** CustodyPayload doorAjar */
                doorAjar?: (driftbox.v1.DoorAjar.$Properties|null);

                /** CustodyPayload lockFaulted */
                lockFaulted?: (driftbox.v1.LockFaulted.$Properties|null);

                /** CustodyPayload overrideUsed */
                overrideUsed?: (driftbox.v1.OverrideUsed.$Properties|null);

                /** CustodyPayload emergencyDeclared */
                emergencyDeclared?: (driftbox.v1.EmergencyDeclared.$Properties|null);

                /** CustodyPayload overrideClosed */
                overrideClosed?: (driftbox.v1.OverrideClosed.$Properties|null);

                /** CustodyPayload signatureGiven */
                signatureGiven?: (driftbox.v1.SignatureGiven.$Properties|null);

                /** CustodyPayload parcelDeposited */
                parcelDeposited?: (driftbox.v1.ParcelDeposited.$Properties|null);

                /** CustodyPayload parcelCollected */
                parcelCollected?: (driftbox.v1.ParcelCollected.$Properties|null);

                /** CustodyPayload boxEmptied */
                boxEmptied?: (driftbox.v1.BoxEmptied.$Properties|null);

                /** CustodyPayload parcelUnaccounted */
                parcelUnaccounted?: (driftbox.v1.ParcelUnaccounted.$Properties|null);

                /** CustodyPayload depositUnverified */
                depositUnverified?: (driftbox.v1.DepositUnverified.$Properties|null);

                /** CustodyPayload depositAbandoned */
                depositAbandoned?: (driftbox.v1.DepositAbandoned.$Properties|null);

                /** CustodyPayload handoverReleased */
                handoverReleased?: (driftbox.v1.HandoverReleased.$Properties|null);

                /** CustodyPayload handoverAccepted */
                handoverAccepted?: (driftbox.v1.HandoverAccepted.$Properties|null);

                /** CustodyPayload handoverDisputed */
                handoverDisputed?: (driftbox.v1.HandoverDisputed.$Properties|null);

                /** CustodyPayload handoverWithdrawn */
                handoverWithdrawn?: (driftbox.v1.HandoverWithdrawn.$Properties|null);

                /** CustodyPayload manifestOpened */
                manifestOpened?: (driftbox.v1.ManifestOpened.$Properties|null);

                /** CustodyPayload manifestClosed */
                manifestClosed?: (driftbox.v1.ManifestClosed.$Properties|null);

                /** CustodyPayload containerSealed */
                containerSealed?: (driftbox.v1.ContainerSealed.$Properties|null);

                /** CustodyPayload containerOpened */
                containerOpened?: (driftbox.v1.ContainerOpened.$Properties|null);

                /** CustodyPayload sealTagChecked */
                sealTagChecked?: (driftbox.v1.SealTagChecked.$Properties|null);

                /** CustodyPayload tamperDetected */
                tamperDetected?: (driftbox.v1.TamperDetected.$Properties|null);

                /** CustodyPayload powerLost */
                powerLost?: (driftbox.v1.PowerLost.$Properties|null);

                /** CustodyPayload powerRestored */
                powerRestored?: (driftbox.v1.PowerRestored.$Properties|null);

                /** CustodyPayload batteryLow */
                batteryLow?: (driftbox.v1.BatteryLow.$Properties|null);

                /** CustodyPayload sensorDissented */
                sensorDissented?: (driftbox.v1.SensorDissented.$Properties|null);

                /** CustodyPayload readerLost */
                readerLost?: (driftbox.v1.ReaderLost.$Properties|null);

                /** CustodyPayload storageLow */
                storageLow?: (driftbox.v1.StorageLow.$Properties|null);

                /** CustodyPayload clockStepped */
                clockStepped?: (driftbox.v1.ClockStepped.$Properties|null);

                /** CustodyPayload commandRefused */
                commandRefused?: (driftbox.v1.CommandRefused.$Properties|null);

                /** CustodyPayload commandExecuted */
                commandExecuted?: (driftbox.v1.CommandExecuted.$Properties|null);

                /** CustodyPayload compartmentDisabled */
                compartmentDisabled?: (driftbox.v1.CompartmentDisabled.$Properties|null);

                /** CustodyPayload compartmentEnabled */
                compartmentEnabled?: (driftbox.v1.CompartmentEnabled.$Properties|null);

                /** CustodyPayload corrected */
                corrected?: (driftbox.v1.Corrected.$Properties|null);

                /** CustodyPayload serviceSuspended */
                serviceSuspended?: (driftbox.v1.ServiceSuspended.$Properties|null);

                /** CustodyPayload serviceResumed */
                serviceResumed?: (driftbox.v1.ServiceResumed.$Properties|null);

                /** CustodyPayload maintenanceBegun */
                maintenanceBegun?: (driftbox.v1.MaintenanceBegun.$Properties|null);

                /** CustodyPayload maintenanceEnded */
                maintenanceEnded?: (driftbox.v1.MaintenanceEnded.$Properties|null);

                /** CustodyPayload commandAccepted */
                commandAccepted?: (driftbox.v1.CommandAccepted.$Properties|null);

                /** CustodyPayload sensorQuarantined */
                sensorQuarantined?: (driftbox.v1.SensorQuarantined.$Properties|null);

                /** CustodyPayload sensorRestored */
                sensorRestored?: (driftbox.v1.SensorRestored.$Properties|null);

                /** CustodyPayload documentRefused */
                documentRefused?: (driftbox.v1.DocumentRefused.$Properties|null);

                /** CustodyPayload settingChanged */
                settingChanged?: (driftbox.v1.SettingChanged.$Properties|null);

                /** CustodyPayload codeRevoked */
                codeRevoked?: (driftbox.v1.CodeRevoked.$Properties|null);

                /** CustodyPayload fact */
                fact?: ("gatewayStarted"|"bootRecovered"|"heartbeat"|"timeAnchored"|"keyRotated"|"chainRecovered"|"policyApplied"|"grantsApplied"|"accessGranted"|"accessRefused"|"authorizerAdded"|"duressSignaled"|"lockoutStarted"|"credentialShown"|"codeReissued"|"unlockIntended"|"unlockConcluded"|"doorOpened"|"doorClosed"|"doorForced"|"doorHeldOpen"|"doorAjar"|"lockFaulted"|"overrideUsed"|"emergencyDeclared"|"overrideClosed"|"signatureGiven"|"parcelDeposited"|"parcelCollected"|"boxEmptied"|"parcelUnaccounted"|"depositUnverified"|"depositAbandoned"|"handoverReleased"|"handoverAccepted"|"handoverDisputed"|"handoverWithdrawn"|"manifestOpened"|"manifestClosed"|"containerSealed"|"containerOpened"|"sealTagChecked"|"tamperDetected"|"powerLost"|"powerRestored"|"batteryLow"|"sensorDissented"|"readerLost"|"storageLow"|"clockStepped"|"commandRefused"|"commandExecuted"|"compartmentDisabled"|"compartmentEnabled"|"corrected"|"serviceSuspended"|"serviceResumed"|"maintenanceBegun"|"maintenanceEnded"|"commandAccepted"|"sensorQuarantined"|"sensorRestored"|"documentRefused"|"settingChanged"|"codeRevoked");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a CustodyPayload. */
            type $Shape = {
              salt?: Uint8Array|null;
              gatewayStarted?: driftbox.v1.GatewayStarted.$Shape|null;
              bootRecovered?: driftbox.v1.BootRecovered.$Shape|null;
              heartbeat?: driftbox.v1.Heartbeat.$Shape|null;
              timeAnchored?: driftbox.v1.TimeAnchored.$Shape|null;
              keyRotated?: driftbox.v1.KeyRotated.$Shape|null;
              chainRecovered?: driftbox.v1.ChainRecovered.$Shape|null;
              policyApplied?: driftbox.v1.PolicyApplied.$Shape|null;
              grantsApplied?: driftbox.v1.GrantsApplied.$Shape|null;
              accessGranted?: driftbox.v1.AccessGranted.$Shape|null;
              accessRefused?: driftbox.v1.AccessRefused.$Shape|null;
              authorizerAdded?: driftbox.v1.AuthorizerAdded.$Shape|null;
              duressSignaled?: driftbox.v1.DuressSignaled.$Shape|null;
              lockoutStarted?: driftbox.v1.LockoutStarted.$Shape|null;
              credentialShown?: driftbox.v1.CredentialShown.$Shape|null;
              codeReissued?: driftbox.v1.CodeReissued.$Shape|null;
              unlockIntended?: driftbox.v1.UnlockIntended.$Shape|null;
              unlockConcluded?: driftbox.v1.UnlockConcluded.$Shape|null;
              doorOpened?: driftbox.v1.DoorOpened.$Shape|null;
              doorClosed?: driftbox.v1.DoorClosed.$Shape|null;
              doorForced?: driftbox.v1.DoorForced.$Shape|null;
              doorHeldOpen?: driftbox.v1.DoorHeldOpen.$Shape|null;
              doorAjar?: driftbox.v1.DoorAjar.$Shape|null;
              lockFaulted?: driftbox.v1.LockFaulted.$Shape|null;
              overrideUsed?: driftbox.v1.OverrideUsed.$Shape|null;
              emergencyDeclared?: driftbox.v1.EmergencyDeclared.$Shape|null;
              overrideClosed?: driftbox.v1.OverrideClosed.$Shape|null;
              signatureGiven?: driftbox.v1.SignatureGiven.$Shape|null;
              parcelDeposited?: driftbox.v1.ParcelDeposited.$Shape|null;
              parcelCollected?: driftbox.v1.ParcelCollected.$Shape|null;
              boxEmptied?: driftbox.v1.BoxEmptied.$Shape|null;
              parcelUnaccounted?: driftbox.v1.ParcelUnaccounted.$Shape|null;
              depositUnverified?: driftbox.v1.DepositUnverified.$Shape|null;
              depositAbandoned?: driftbox.v1.DepositAbandoned.$Shape|null;
              handoverReleased?: driftbox.v1.HandoverReleased.$Shape|null;
              handoverAccepted?: driftbox.v1.HandoverAccepted.$Shape|null;
              handoverDisputed?: driftbox.v1.HandoverDisputed.$Shape|null;
              handoverWithdrawn?: driftbox.v1.HandoverWithdrawn.$Shape|null;
              manifestOpened?: driftbox.v1.ManifestOpened.$Shape|null;
              manifestClosed?: driftbox.v1.ManifestClosed.$Shape|null;
              containerSealed?: driftbox.v1.ContainerSealed.$Shape|null;
              containerOpened?: driftbox.v1.ContainerOpened.$Shape|null;
              sealTagChecked?: driftbox.v1.SealTagChecked.$Shape|null;
              tamperDetected?: driftbox.v1.TamperDetected.$Shape|null;
              powerLost?: driftbox.v1.PowerLost.$Shape|null;
              powerRestored?: driftbox.v1.PowerRestored.$Shape|null;
              batteryLow?: driftbox.v1.BatteryLow.$Shape|null;
              sensorDissented?: driftbox.v1.SensorDissented.$Shape|null;
              readerLost?: driftbox.v1.ReaderLost.$Shape|null;
              storageLow?: driftbox.v1.StorageLow.$Shape|null;
              clockStepped?: driftbox.v1.ClockStepped.$Shape|null;
              commandRefused?: driftbox.v1.CommandRefused.$Shape|null;
              commandExecuted?: driftbox.v1.CommandExecuted.$Shape|null;
              compartmentDisabled?: driftbox.v1.CompartmentDisabled.$Shape|null;
              compartmentEnabled?: driftbox.v1.CompartmentEnabled.$Shape|null;
              corrected?: driftbox.v1.Corrected.$Shape|null;
              serviceSuspended?: driftbox.v1.ServiceSuspended.$Shape|null;
              serviceResumed?: driftbox.v1.ServiceResumed.$Shape|null;
              maintenanceBegun?: driftbox.v1.MaintenanceBegun.$Shape|null;
              maintenanceEnded?: driftbox.v1.MaintenanceEnded.$Shape|null;
              commandAccepted?: driftbox.v1.CommandAccepted.$Shape|null;
              sensorQuarantined?: driftbox.v1.SensorQuarantined.$Shape|null;
              sensorRestored?: driftbox.v1.SensorRestored.$Shape|null;
              documentRefused?: driftbox.v1.DocumentRefused.$Shape|null;
              settingChanged?: driftbox.v1.SettingChanged.$Shape|null;
              codeRevoked?: driftbox.v1.CodeRevoked.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ fact?: undefined; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "gatewayStarted"; gatewayStarted: driftbox.v1.GatewayStarted.$Shape; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "bootRecovered"; gatewayStarted?: null; bootRecovered: driftbox.v1.BootRecovered.$Shape; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "heartbeat"; gatewayStarted?: null; bootRecovered?: null; heartbeat: driftbox.v1.Heartbeat.$Shape; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "timeAnchored"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored: driftbox.v1.TimeAnchored.$Shape; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "keyRotated"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated: driftbox.v1.KeyRotated.$Shape; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "chainRecovered"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered: driftbox.v1.ChainRecovered.$Shape; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "policyApplied"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied: driftbox.v1.PolicyApplied.$Shape; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "grantsApplied"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied: driftbox.v1.GrantsApplied.$Shape; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "accessGranted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted: driftbox.v1.AccessGranted.$Shape; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "accessRefused"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused: driftbox.v1.AccessRefused.$Shape; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "authorizerAdded"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded: driftbox.v1.AuthorizerAdded.$Shape; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "duressSignaled"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled: driftbox.v1.DuressSignaled.$Shape; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "lockoutStarted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted: driftbox.v1.LockoutStarted.$Shape; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "credentialShown"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown: driftbox.v1.CredentialShown.$Shape; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "codeReissued"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued: driftbox.v1.CodeReissued.$Shape; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "unlockIntended"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended: driftbox.v1.UnlockIntended.$Shape; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "unlockConcluded"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded: driftbox.v1.UnlockConcluded.$Shape; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "doorOpened"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened: driftbox.v1.DoorOpened.$Shape; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "doorClosed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed: driftbox.v1.DoorClosed.$Shape; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "doorForced"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced: driftbox.v1.DoorForced.$Shape; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "doorHeldOpen"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen: driftbox.v1.DoorHeldOpen.$Shape; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "doorAjar"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar: driftbox.v1.DoorAjar.$Shape; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "lockFaulted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted: driftbox.v1.LockFaulted.$Shape; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "overrideUsed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed: driftbox.v1.OverrideUsed.$Shape; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "emergencyDeclared"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared: driftbox.v1.EmergencyDeclared.$Shape; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "overrideClosed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed: driftbox.v1.OverrideClosed.$Shape; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "signatureGiven"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven: driftbox.v1.SignatureGiven.$Shape; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "parcelDeposited"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited: driftbox.v1.ParcelDeposited.$Shape; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "parcelCollected"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected: driftbox.v1.ParcelCollected.$Shape; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "boxEmptied"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied: driftbox.v1.BoxEmptied.$Shape; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "parcelUnaccounted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted: driftbox.v1.ParcelUnaccounted.$Shape; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "depositUnverified"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified: driftbox.v1.DepositUnverified.$Shape; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "depositAbandoned"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned: driftbox.v1.DepositAbandoned.$Shape; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "handoverReleased"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased: driftbox.v1.HandoverReleased.$Shape; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "handoverAccepted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted: driftbox.v1.HandoverAccepted.$Shape; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "handoverDisputed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed: driftbox.v1.HandoverDisputed.$Shape; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "handoverWithdrawn"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn: driftbox.v1.HandoverWithdrawn.$Shape; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "manifestOpened"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened: driftbox.v1.ManifestOpened.$Shape; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "manifestClosed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed: driftbox.v1.ManifestClosed.$Shape; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "containerSealed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed: driftbox.v1.ContainerSealed.$Shape; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "containerOpened"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened: driftbox.v1.ContainerOpened.$Shape; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "sealTagChecked"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked: driftbox.v1.SealTagChecked.$Shape; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "tamperDetected"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected: driftbox.v1.TamperDetected.$Shape; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "powerLost"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost: driftbox.v1.PowerLost.$Shape; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "powerRestored"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored: driftbox.v1.PowerRestored.$Shape; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "batteryLow"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow: driftbox.v1.BatteryLow.$Shape; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "sensorDissented"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented: driftbox.v1.SensorDissented.$Shape; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "readerLost"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost: driftbox.v1.ReaderLost.$Shape; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "storageLow"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow: driftbox.v1.StorageLow.$Shape; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "clockStepped"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped: driftbox.v1.ClockStepped.$Shape; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "commandRefused"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused: driftbox.v1.CommandRefused.$Shape; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "commandExecuted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted: driftbox.v1.CommandExecuted.$Shape; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "compartmentDisabled"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled: driftbox.v1.CompartmentDisabled.$Shape; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "compartmentEnabled"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled: driftbox.v1.CompartmentEnabled.$Shape; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "corrected"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected: driftbox.v1.Corrected.$Shape; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "serviceSuspended"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended: driftbox.v1.ServiceSuspended.$Shape; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "serviceResumed"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed: driftbox.v1.ServiceResumed.$Shape; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "maintenanceBegun"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun: driftbox.v1.MaintenanceBegun.$Shape; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "maintenanceEnded"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded: driftbox.v1.MaintenanceEnded.$Shape; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "commandAccepted"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted: driftbox.v1.CommandAccepted.$Shape; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "sensorQuarantined"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined: driftbox.v1.SensorQuarantined.$Shape; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "sensorRestored"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored: driftbox.v1.SensorRestored.$Shape; documentRefused?: null; settingChanged?: null; codeRevoked?: null }|{ fact?: "documentRefused"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused: driftbox.v1.DocumentRefused.$Shape; settingChanged?: null; codeRevoked?: null }|{ fact?: "settingChanged"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged: driftbox.v1.SettingChanged.$Shape; codeRevoked?: null }|{ fact?: "codeRevoked"; gatewayStarted?: null; bootRecovered?: null; heartbeat?: null; timeAnchored?: null; keyRotated?: null; chainRecovered?: null; policyApplied?: null; grantsApplied?: null; accessGranted?: null; accessRefused?: null; authorizerAdded?: null; duressSignaled?: null; lockoutStarted?: null; credentialShown?: null; codeReissued?: null; unlockIntended?: null; unlockConcluded?: null; doorOpened?: null; doorClosed?: null; doorForced?: null; doorHeldOpen?: null; doorAjar?: null; lockFaulted?: null; overrideUsed?: null; emergencyDeclared?: null; overrideClosed?: null; signatureGiven?: null; parcelDeposited?: null; parcelCollected?: null; boxEmptied?: null; parcelUnaccounted?: null; depositUnverified?: null; depositAbandoned?: null; handoverReleased?: null; handoverAccepted?: null; handoverDisputed?: null; handoverWithdrawn?: null; manifestOpened?: null; manifestClosed?: null; containerSealed?: null; containerOpened?: null; sealTagChecked?: null; tamperDetected?: null; powerLost?: null; powerRestored?: null; batteryLow?: null; sensorDissented?: null; readerLost?: null; storageLow?: null; clockStepped?: null; commandRefused?: null; commandExecuted?: null; compartmentDisabled?: null; compartmentEnabled?: null; corrected?: null; serviceSuspended?: null; serviceResumed?: null; maintenanceBegun?: null; maintenanceEnded?: null; commandAccepted?: null; sensorQuarantined?: null; sensorRestored?: null; documentRefused?: null; settingChanged?: null; codeRevoked: driftbox.v1.CodeRevoked.$Shape })
            );
        }

        /** Recovery enum. */
        enum Recovery {

            /** RECOVERY_UNSPECIFIED value */
            RECOVERY_UNSPECIFIED = 0,

            /** RECOVERY_CLEAN value */
            RECOVERY_CLEAN = 1,

            /** RECOVERY_TORN_TAIL value */
            RECOVERY_TORN_TAIL = 2,

            /** RECOVERY_DAMAGE value */
            RECOVERY_DAMAGE = 3,

            /** RECOVERY_RESTORED_IMAGE value */
            RECOVERY_RESTORED_IMAGE = 4,

            /** RECOVERY_STORAGE_LOSS value */
            RECOVERY_STORAGE_LOSS = 5
        }

        /** Assurance enum. */
        enum Assurance {

            /** ASSURANCE_UNSPECIFIED value */
            ASSURANCE_UNSPECIFIED = 0,

            /** ASSURANCE_IDENTIFIER value */
            ASSURANCE_IDENTIFIER = 1,

            /** ASSURANCE_COUNTER_MAC value */
            ASSURANCE_COUNTER_MAC = 2,

            /** ASSURANCE_MUTUAL_AUTH value */
            ASSURANCE_MUTUAL_AUTH = 3
        }

        /** Action enum. */
        enum Action {

            /** ACTION_UNSPECIFIED value */
            ACTION_UNSPECIFIED = 0,

            /** ACTION_DEPOSIT value */
            ACTION_DEPOSIT = 1,

            /** ACTION_COLLECT value */
            ACTION_COLLECT = 2
        }

        /** RefusalReason enum. */
        enum RefusalReason {

            /** REFUSAL_REASON_UNSPECIFIED value */
            REFUSAL_REASON_UNSPECIFIED = 0,

            /** REFUSAL_REASON_UNKNOWN_BADGE value */
            REFUSAL_REASON_UNKNOWN_BADGE = 1,

            /** REFUSAL_REASON_BLOCKED_BADGE value */
            REFUSAL_REASON_BLOCKED_BADGE = 2,

            /** REFUSAL_REASON_NO_RIGHT value */
            REFUSAL_REASON_NO_RIGHT = 3,

            /** REFUSAL_REASON_OUTSIDE_SCHEDULE value */
            REFUSAL_REASON_OUTSIDE_SCHEDULE = 4,

            /** REFUSAL_REASON_NO_POLICY value */
            REFUSAL_REASON_NO_POLICY = 5,

            /** REFUSAL_REASON_POLICY_STALE value */
            REFUSAL_REASON_POLICY_STALE = 6,

            /** REFUSAL_REASON_CLOCK_NOT_TRUSTED value */
            REFUSAL_REASON_CLOCK_NOT_TRUSTED = 7,

            /** REFUSAL_REASON_WEAK_CREDENTIAL value */
            REFUSAL_REASON_WEAK_CREDENTIAL = 8,

            /** REFUSAL_REASON_NO_FREE_COMPARTMENT value */
            REFUSAL_REASON_NO_FREE_COMPARTMENT = 9,

            /** REFUSAL_REASON_NOTHING_TO_COLLECT value */
            REFUSAL_REASON_NOTHING_TO_COLLECT = 10,

            /** REFUSAL_REASON_COMPARTMENT_OUT_OF_SERVICE value */
            REFUSAL_REASON_COMPARTMENT_OUT_OF_SERVICE = 11,

            /** REFUSAL_REASON_BOX_BUSY value */
            REFUSAL_REASON_BOX_BUSY = 12,

            /** REFUSAL_REASON_LOCK_OFFLINE value */
            REFUSAL_REASON_LOCK_OFFLINE = 13,

            /** REFUSAL_REASON_STORAGE_FULL value */
            REFUSAL_REASON_STORAGE_FULL = 14,

            /** REFUSAL_REASON_LOCKED_OUT value */
            REFUSAL_REASON_LOCKED_OUT = 15,

            /** REFUSAL_REASON_POLICY_EXPIRED value */
            REFUSAL_REASON_POLICY_EXPIRED = 16,

            /** REFUSAL_REASON_FORGED_CREDENTIAL value */
            REFUSAL_REASON_FORGED_CREDENTIAL = 17,

            /** REFUSAL_REASON_COUNTER_REPLAYED value */
            REFUSAL_REASON_COUNTER_REPLAYED = 18,

            /** REFUSAL_REASON_POWER_FAILING value */
            REFUSAL_REASON_POWER_FAILING = 19,

            /** REFUSAL_REASON_WRONG_PIN value */
            REFUSAL_REASON_WRONG_PIN = 20,

            /** REFUSAL_REASON_PIN_MISSING value */
            REFUSAL_REASON_PIN_MISSING = 21,

            /** REFUSAL_REASON_SECOND_PERSON_MISSING value */
            REFUSAL_REASON_SECOND_PERSON_MISSING = 22,

            /** REFUSAL_REASON_OTHER_ORGANIZATION_MISSING value */
            REFUSAL_REASON_OTHER_ORGANIZATION_MISSING = 23,

            /** REFUSAL_REASON_SAME_PERSON value */
            REFUSAL_REASON_SAME_PERSON = 24,

            /** REFUSAL_REASON_PASSBACK value */
            REFUSAL_REASON_PASSBACK = 25,

            /** REFUSAL_REASON_WRONG_CODE value */
            REFUSAL_REASON_WRONG_CODE = 26,

            /** REFUSAL_REASON_CODE_SPENT value */
            REFUSAL_REASON_CODE_SPENT = 27,

            /** REFUSAL_REASON_CODE_EXPIRED value */
            REFUSAL_REASON_CODE_EXPIRED = 28,

            /** REFUSAL_REASON_CODE_REVOKED value */
            REFUSAL_REASON_CODE_REVOKED = 29,

            /** REFUSAL_REASON_GRANT_INVALID value */
            REFUSAL_REASON_GRANT_INVALID = 30,

            /** REFUSAL_REASON_GRANT_EXPIRED value */
            REFUSAL_REASON_GRANT_EXPIRED = 31,

            /** REFUSAL_REASON_GRANT_REVOKED value */
            REFUSAL_REASON_GRANT_REVOKED = 32,

            /** REFUSAL_REASON_SERVICE_SUSPENDED value */
            REFUSAL_REASON_SERVICE_SUSPENDED = 33,

            /** REFUSAL_REASON_IN_MAINTENANCE value */
            REFUSAL_REASON_IN_MAINTENANCE = 34,

            /** REFUSAL_REASON_NOTHING_TO_REOPEN value */
            REFUSAL_REASON_NOTHING_TO_REOPEN = 35,

            /** REFUSAL_REASON_DEPOSITS_CLOSED value */
            REFUSAL_REASON_DEPOSITS_CLOSED = 36,

            /** REFUSAL_REASON_NOT_CUSTODIAN value */
            REFUSAL_REASON_NOT_CUSTODIAN = 37,

            /** REFUSAL_REASON_BLOCKED_PERSON value */
            REFUSAL_REASON_BLOCKED_PERSON = 38,

            /** REFUSAL_REASON_IMPOSSIBLE_TRAVEL value */
            REFUSAL_REASON_IMPOSSIBLE_TRAVEL = 39
        }

        /** Proof enum. */
        enum Proof {

            /** PROOF_UNSPECIFIED value */
            PROOF_UNSPECIFIED = 0,

            /** PROOF_BADGE value */
            PROOF_BADGE = 1,

            /** PROOF_BADGE_AND_PIN value */
            PROOF_BADGE_AND_PIN = 2,

            /** PROOF_PICKUP_CODE value */
            PROOF_PICKUP_CODE = 3,

            /** PROOF_ONE_TIME_CODE value */
            PROOF_ONE_TIME_CODE = 4,

            /** PROOF_GRANT value */
            PROOF_GRANT = 5,

            /** PROOF_NONE value */
            PROOF_NONE = 6,

            /** PROOF_COMMAND value */
            PROOF_COMMAND = 7
        }

        /** LockoutCause enum. */
        enum LockoutCause {

            /** LOCKOUT_CAUSE_UNSPECIFIED value */
            LOCKOUT_CAUSE_UNSPECIFIED = 0,

            /** LOCKOUT_CAUSE_STRANGE_BADGES value */
            LOCKOUT_CAUSE_STRANGE_BADGES = 1,

            /** LOCKOUT_CAUSE_WRONG_PINS value */
            LOCKOUT_CAUSE_WRONG_PINS = 2,

            /** LOCKOUT_CAUSE_WRONG_CODES value */
            LOCKOUT_CAUSE_WRONG_CODES = 3
        }

        /** UnlockOutcome enum. */
        enum UnlockOutcome {

            /** UNLOCK_OUTCOME_UNSPECIFIED value */
            UNLOCK_OUTCOME_UNSPECIFIED = 0,

            /** UNLOCK_OUTCOME_OPENED value */
            UNLOCK_OUTCOME_OPENED = 1,

            /** UNLOCK_OUTCOME_JAMMED value */
            UNLOCK_OUTCOME_JAMMED = 2,

            /** UNLOCK_OUTCOME_REFUSED value */
            UNLOCK_OUTCOME_REFUSED = 3,

            /** UNLOCK_OUTCOME_UNKNOWN value */
            UNLOCK_OUTCOME_UNKNOWN = 4
        }

        /** Presence enum. */
        enum Presence {

            /** PRESENCE_UNSPECIFIED value */
            PRESENCE_UNSPECIFIED = 0,

            /** PRESENCE_EMPTY value */
            PRESENCE_EMPTY = 1,

            /** PRESENCE_OCCUPIED value */
            PRESENCE_OCCUPIED = 2,

            /** PRESENCE_UNKNOWN value */
            PRESENCE_UNKNOWN = 3
        }

        /** SessionResult enum. */
        enum SessionResult {

            /** SESSION_RESULT_UNSPECIFIED value */
            SESSION_RESULT_UNSPECIFIED = 0,

            /** SESSION_RESULT_DEPOSITED value */
            SESSION_RESULT_DEPOSITED = 1,

            /** SESSION_RESULT_COLLECTED value */
            SESSION_RESULT_COLLECTED = 2,

            /** SESSION_RESULT_NOTHING_MOVED value */
            SESSION_RESULT_NOTHING_MOVED = 3,

            /** SESSION_RESULT_UNVERIFIED value */
            SESSION_RESULT_UNVERIFIED = 4,

            /** SESSION_RESULT_NO_SESSION value */
            SESSION_RESULT_NO_SESSION = 5,

            /** SESSION_RESULT_EXCHANGED value */
            SESSION_RESULT_EXCHANGED = 6
        }

        /** Evidence enum. */
        enum Evidence {

            /** EVIDENCE_UNSPECIFIED value */
            EVIDENCE_UNSPECIFIED = 0,

            /** EVIDENCE_TAG_AND_PRESENCE value */
            EVIDENCE_TAG_AND_PRESENCE = 1,

            /** EVIDENCE_TAG_ONLY value */
            EVIDENCE_TAG_ONLY = 2,

            /** EVIDENCE_PRESENCE_ONLY value */
            EVIDENCE_PRESENCE_ONLY = 3
        }

        /** UnverifiedReason enum. */
        enum UnverifiedReason {

            /** UNVERIFIED_REASON_UNSPECIFIED value */
            UNVERIFIED_REASON_UNSPECIFIED = 0,

            /** UNVERIFIED_REASON_NO_TAG value */
            UNVERIFIED_REASON_NO_TAG = 1,

            /** UNVERIFIED_REASON_NO_PRESENCE_CHANGE value */
            UNVERIFIED_REASON_NO_PRESENCE_CHANGE = 2,

            /** UNVERIFIED_REASON_SENSOR_UNKNOWN value */
            UNVERIFIED_REASON_SENSOR_UNKNOWN = 3,

            /** UNVERIFIED_REASON_POWER_LOST value */
            UNVERIFIED_REASON_POWER_LOST = 4
        }

        /** LockFault enum. */
        enum LockFault {

            /** LOCK_FAULT_UNSPECIFIED value */
            LOCK_FAULT_UNSPECIFIED = 0,

            /** LOCK_FAULT_JAMMED value */
            LOCK_FAULT_JAMMED = 1,

            /** LOCK_FAULT_NOT_LATCHED value */
            LOCK_FAULT_NOT_LATCHED = 2,

            /** LOCK_FAULT_OPENED_UNASKED value */
            LOCK_FAULT_OPENED_UNASKED = 3,

            /** LOCK_FAULT_BOARD_OFFLINE value */
            LOCK_FAULT_BOARD_OFFLINE = 4
        }

        /** SealTagState enum. */
        enum SealTagState {

            /** SEAL_TAG_STATE_UNSPECIFIED value */
            SEAL_TAG_STATE_UNSPECIFIED = 0,

            /** SEAL_TAG_STATE_INTACT value */
            SEAL_TAG_STATE_INTACT = 1,

            /** SEAL_TAG_STATE_BROKEN value */
            SEAL_TAG_STATE_BROKEN = 2,

            /** SEAL_TAG_STATE_MISMATCH value */
            SEAL_TAG_STATE_MISMATCH = 3
        }

        /** AbandonReason enum. */
        enum AbandonReason {

            /** ABANDON_REASON_UNSPECIFIED value */
            ABANDON_REASON_UNSPECIFIED = 0,

            /** ABANDON_REASON_NOTHING_PUT_IN value */
            ABANDON_REASON_NOTHING_PUT_IN = 1,

            /** ABANDON_REASON_TOO_BIG value */
            ABANDON_REASON_TOO_BIG = 2
        }

        /** ListingMethod enum. */
        enum ListingMethod {

            /** LISTING_METHOD_UNSPECIFIED value */
            LISTING_METHOD_UNSPECIFIED = 0,

            /** LISTING_METHOD_TAGS value */
            LISTING_METHOD_TAGS = 1,

            /** LISTING_METHOD_SCAN value */
            LISTING_METHOD_SCAN = 2,

            /** LISTING_METHOD_COUNT value */
            LISTING_METHOD_COUNT = 3
        }

        /** Confidence enum. */
        enum Confidence {

            /** CONFIDENCE_UNSPECIFIED value */
            CONFIDENCE_UNSPECIFIED = 0,

            /** CONFIDENCE_LOW value */
            CONFIDENCE_LOW = 1,

            /** CONFIDENCE_MEDIUM value */
            CONFIDENCE_MEDIUM = 2,

            /** CONFIDENCE_HIGH value */
            CONFIDENCE_HIGH = 3
        }

        /** DocumentKind enum. */
        enum DocumentKind {

            /** DOCUMENT_KIND_UNSPECIFIED value */
            DOCUMENT_KIND_UNSPECIFIED = 0,

            /** DOCUMENT_KIND_POLICY value */
            DOCUMENT_KIND_POLICY = 1,

            /** DOCUMENT_KIND_GRANTS value */
            DOCUMENT_KIND_GRANTS = 2,

            /** DOCUMENT_KIND_MANIFESTS value */
            DOCUMENT_KIND_MANIFESTS = 3
        }

        /** HeartbeatReason enum. */
        enum HeartbeatReason {

            /** HEARTBEAT_REASON_UNSPECIFIED value */
            HEARTBEAT_REASON_UNSPECIFIED = 0,

            /** HEARTBEAT_REASON_PERIODIC value */
            HEARTBEAT_REASON_PERIODIC = 1,

            /** HEARTBEAT_REASON_SHUTDOWN value */
            HEARTBEAT_REASON_SHUTDOWN = 2
        }

        /**
         * Properties of a GatewayStarted.
         * @deprecated Use driftbox.v1.GatewayStarted.$Properties instead.
         */
        interface IGatewayStarted extends driftbox.v1.GatewayStarted.$Properties {
        }

        /** Represents a GatewayStarted. */
        class GatewayStarted {

            /**
             * Constructs a new GatewayStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.GatewayStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GatewayStarted software. */
            software: string;

            /** GatewayStarted boxCount. */
            boxCount: number;

            /** GatewayStarted compartmentCount. */
            compartmentCount: number;

            /**
             * Encodes the specified GatewayStarted message. Does not implicitly {@link driftbox.v1.GatewayStarted.verify|verify} messages.
             * @param message GatewayStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.GatewayStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GatewayStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.GatewayStarted & driftbox.v1.GatewayStarted.$Shape} GatewayStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.GatewayStarted & driftbox.v1.GatewayStarted.$Shape;

            /**
             * Creates a GatewayStarted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GatewayStarted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.GatewayStarted;

            /**
             * Creates a plain object from a GatewayStarted message. Also converts values to other types if specified.
             * @param message GatewayStarted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.GatewayStarted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GatewayStarted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for GatewayStarted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GatewayStarted {

            /** Properties of a GatewayStarted. */
            interface $Properties {

                /** GatewayStarted software */
                software?: (string|null);

                /** GatewayStarted boxCount */
                boxCount?: (number|null);

                /** GatewayStarted compartmentCount */
                compartmentCount?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GatewayStarted. */
            type $Shape = driftbox.v1.GatewayStarted.$Properties;
        }

        /**
         * Properties of a BootRecovered.
         * @deprecated Use driftbox.v1.BootRecovered.$Properties instead.
         */
        interface IBootRecovered extends driftbox.v1.BootRecovered.$Properties {
        }

        /** Represents a BootRecovered. */
        class BootRecovered {

            /**
             * Constructs a new BootRecovered.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.BootRecovered.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BootRecovered recovery. */
            recovery: driftbox.v1.Recovery;

            /** BootRecovered droppedBytes. */
            droppedBytes: number;

            /** BootRecovered unresolvedIntents. */
            unresolvedIntents: number;

            /**
             * Encodes the specified BootRecovered message. Does not implicitly {@link driftbox.v1.BootRecovered.verify|verify} messages.
             * @param message BootRecovered message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.BootRecovered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BootRecovered message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.BootRecovered & driftbox.v1.BootRecovered.$Shape} BootRecovered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.BootRecovered & driftbox.v1.BootRecovered.$Shape;

            /**
             * Creates a BootRecovered message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns BootRecovered
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.BootRecovered;

            /**
             * Creates a plain object from a BootRecovered message. Also converts values to other types if specified.
             * @param message BootRecovered
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.BootRecovered, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this BootRecovered to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for BootRecovered
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BootRecovered {

            /** Properties of a BootRecovered. */
            interface $Properties {

                /** BootRecovered recovery */
                recovery?: (driftbox.v1.Recovery|null);

                /** BootRecovered droppedBytes */
                droppedBytes?: (number|null);

                /** BootRecovered unresolvedIntents */
                unresolvedIntents?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BootRecovered. */
            type $Shape = driftbox.v1.BootRecovered.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use driftbox.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends driftbox.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat reason. */
            reason: driftbox.v1.HeartbeatReason;

            /** Heartbeat outboxCount. */
            outboxCount: number;

            /** Heartbeat storageFreeBytes. */
            storageFreeBytes: number;

            /** Heartbeat latitude. */
            latitude?: (number|null);

            /** Heartbeat longitude. */
            longitude?: (number|null);

            /** Heartbeat quality. */
            quality?: (number|null);

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link driftbox.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Heartbeat & driftbox.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Heartbeat & driftbox.v1.Heartbeat.$Shape;

            /**
             * Creates a Heartbeat message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Heartbeat
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Heartbeat;

            /**
             * Creates a plain object from a Heartbeat message. Also converts values to other types if specified.
             * @param message Heartbeat
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Heartbeat, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Heartbeat to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Heartbeat
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat reason */
                reason?: (driftbox.v1.HeartbeatReason|null);

                /** Heartbeat outboxCount */
                outboxCount?: (number|null);

                /** Heartbeat storageFreeBytes */
                storageFreeBytes?: (number|null);

                /** Heartbeat latitude */
                latitude?: (number|null);

                /** Heartbeat longitude */
                longitude?: (number|null);

                /** Heartbeat quality */
                quality?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = driftbox.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a TimeAnchored.
         * @deprecated Use driftbox.v1.TimeAnchored.$Properties instead.
         */
        interface ITimeAnchored extends driftbox.v1.TimeAnchored.$Properties {
        }

        /** Represents a TimeAnchored. */
        class TimeAnchored {

            /**
             * Constructs a new TimeAnchored.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.TimeAnchored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TimeAnchored nonce. */
            nonce: Uint8Array;

            /** TimeAnchored centerTimeUs. */
            centerTimeUs: number;

            /** TimeAnchored roundTripMs. */
            roundTripMs: number;

            /** TimeAnchored checkpointOrigin. */
            checkpointOrigin: string;

            /** TimeAnchored checkpointSize. */
            checkpointSize: number;

            /** TimeAnchored checkpointRoot. */
            checkpointRoot: Uint8Array;

            /**
             * Encodes the specified TimeAnchored message. Does not implicitly {@link driftbox.v1.TimeAnchored.verify|verify} messages.
             * @param message TimeAnchored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.TimeAnchored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TimeAnchored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.TimeAnchored & driftbox.v1.TimeAnchored.$Shape} TimeAnchored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.TimeAnchored & driftbox.v1.TimeAnchored.$Shape;

            /**
             * Creates a TimeAnchored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TimeAnchored
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.TimeAnchored;

            /**
             * Creates a plain object from a TimeAnchored message. Also converts values to other types if specified.
             * @param message TimeAnchored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.TimeAnchored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TimeAnchored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TimeAnchored
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TimeAnchored {

            /** Properties of a TimeAnchored. */
            interface $Properties {

                /** TimeAnchored nonce */
                nonce?: (Uint8Array|null);

                /** TimeAnchored centerTimeUs */
                centerTimeUs?: (number|null);

                /** TimeAnchored roundTripMs */
                roundTripMs?: (number|null);

                /** TimeAnchored checkpointOrigin */
                checkpointOrigin?: (string|null);

                /** TimeAnchored checkpointSize */
                checkpointSize?: (number|null);

                /** TimeAnchored checkpointRoot */
                checkpointRoot?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TimeAnchored. */
            type $Shape = driftbox.v1.TimeAnchored.$Properties;
        }

        /**
         * Properties of a KeyRotated.
         * @deprecated Use driftbox.v1.KeyRotated.$Properties instead.
         */
        interface IKeyRotated extends driftbox.v1.KeyRotated.$Properties {
        }

        /** Represents a KeyRotated. */
        class KeyRotated {

            /**
             * Constructs a new KeyRotated.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.KeyRotated.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeyRotated newEpoch. */
            newEpoch: number;

            /** KeyRotated newPublicKey. */
            newPublicKey: Uint8Array;

            /**
             * Encodes the specified KeyRotated message. Does not implicitly {@link driftbox.v1.KeyRotated.verify|verify} messages.
             * @param message KeyRotated message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.KeyRotated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeyRotated message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.KeyRotated & driftbox.v1.KeyRotated.$Shape} KeyRotated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.KeyRotated & driftbox.v1.KeyRotated.$Shape;

            /**
             * Creates a KeyRotated message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns KeyRotated
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.KeyRotated;

            /**
             * Creates a plain object from a KeyRotated message. Also converts values to other types if specified.
             * @param message KeyRotated
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.KeyRotated, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this KeyRotated to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for KeyRotated
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace KeyRotated {

            /** Properties of a KeyRotated. */
            interface $Properties {

                /** KeyRotated newEpoch */
                newEpoch?: (number|null);

                /** KeyRotated newPublicKey */
                newPublicKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeyRotated. */
            type $Shape = driftbox.v1.KeyRotated.$Properties;
        }

        /**
         * Properties of a ChainRecovered.
         * @deprecated Use driftbox.v1.ChainRecovered.$Properties instead.
         */
        interface IChainRecovered extends driftbox.v1.ChainRecovered.$Properties {
        }

        /** Represents a ChainRecovered. */
        class ChainRecovered {

            /**
             * Constructs a new ChainRecovered.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ChainRecovered.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChainRecovered recovery. */
            recovery: driftbox.v1.Recovery;

            /** ChainRecovered resumesAfterSeq. */
            resumesAfterSeq: number;

            /** ChainRecovered resumesAfterEventId. */
            resumesAfterEventId: Uint8Array;

            /** ChainRecovered newPublicKey. */
            newPublicKey: Uint8Array;

            /**
             * Encodes the specified ChainRecovered message. Does not implicitly {@link driftbox.v1.ChainRecovered.verify|verify} messages.
             * @param message ChainRecovered message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ChainRecovered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChainRecovered message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ChainRecovered & driftbox.v1.ChainRecovered.$Shape} ChainRecovered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ChainRecovered & driftbox.v1.ChainRecovered.$Shape;

            /**
             * Creates a ChainRecovered message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ChainRecovered
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ChainRecovered;

            /**
             * Creates a plain object from a ChainRecovered message. Also converts values to other types if specified.
             * @param message ChainRecovered
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ChainRecovered, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ChainRecovered to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ChainRecovered
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ChainRecovered {

            /** Properties of a ChainRecovered. */
            interface $Properties {

                /** ChainRecovered recovery */
                recovery?: (driftbox.v1.Recovery|null);

                /** ChainRecovered resumesAfterSeq */
                resumesAfterSeq?: (number|null);

                /** ChainRecovered resumesAfterEventId */
                resumesAfterEventId?: (Uint8Array|null);

                /** ChainRecovered newPublicKey */
                newPublicKey?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChainRecovered. */
            type $Shape = driftbox.v1.ChainRecovered.$Properties;
        }

        /**
         * Properties of a PolicyApplied.
         * @deprecated Use driftbox.v1.PolicyApplied.$Properties instead.
         */
        interface IPolicyApplied extends driftbox.v1.PolicyApplied.$Properties {
        }

        /** Represents a PolicyApplied. */
        class PolicyApplied {

            /**
             * Constructs a new PolicyApplied.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyApplied.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyApplied version. */
            version: number;

            /** PolicyApplied issuedUs. */
            issuedUs: number;

            /** PolicyApplied policyHash. */
            policyHash: Uint8Array;

            /**
             * Encodes the specified PolicyApplied message. Does not implicitly {@link driftbox.v1.PolicyApplied.verify|verify} messages.
             * @param message PolicyApplied message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyApplied.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyApplied message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyApplied & driftbox.v1.PolicyApplied.$Shape} PolicyApplied
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyApplied & driftbox.v1.PolicyApplied.$Shape;

            /**
             * Creates a PolicyApplied message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyApplied
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyApplied;

            /**
             * Creates a plain object from a PolicyApplied message. Also converts values to other types if specified.
             * @param message PolicyApplied
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyApplied, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyApplied to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyApplied
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyApplied {

            /** Properties of a PolicyApplied. */
            interface $Properties {

                /** PolicyApplied version */
                version?: (number|null);

                /** PolicyApplied issuedUs */
                issuedUs?: (number|null);

                /** PolicyApplied policyHash */
                policyHash?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyApplied. */
            type $Shape = driftbox.v1.PolicyApplied.$Properties;
        }

        /**
         * Properties of a GrantsApplied.
         * @deprecated Use driftbox.v1.GrantsApplied.$Properties instead.
         */
        interface IGrantsApplied extends driftbox.v1.GrantsApplied.$Properties {
        }

        /** Represents a GrantsApplied. */
        class GrantsApplied {

            /**
             * Constructs a new GrantsApplied.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.GrantsApplied.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GrantsApplied version. */
            version: number;

            /** GrantsApplied issuedUs. */
            issuedUs: number;

            /** GrantsApplied setHash. */
            setHash: Uint8Array;

            /** GrantsApplied grantCount. */
            grantCount: number;

            /**
             * Encodes the specified GrantsApplied message. Does not implicitly {@link driftbox.v1.GrantsApplied.verify|verify} messages.
             * @param message GrantsApplied message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.GrantsApplied.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GrantsApplied message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.GrantsApplied & driftbox.v1.GrantsApplied.$Shape} GrantsApplied
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.GrantsApplied & driftbox.v1.GrantsApplied.$Shape;

            /**
             * Creates a GrantsApplied message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GrantsApplied
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.GrantsApplied;

            /**
             * Creates a plain object from a GrantsApplied message. Also converts values to other types if specified.
             * @param message GrantsApplied
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.GrantsApplied, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GrantsApplied to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for GrantsApplied
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GrantsApplied {

            /** Properties of a GrantsApplied. */
            interface $Properties {

                /** GrantsApplied version */
                version?: (number|null);

                /** GrantsApplied issuedUs */
                issuedUs?: (number|null);

                /** GrantsApplied setHash */
                setHash?: (Uint8Array|null);

                /** GrantsApplied grantCount */
                grantCount?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GrantsApplied. */
            type $Shape = driftbox.v1.GrantsApplied.$Properties;
        }

        /**
         * Properties of an AccessGranted.
         * @deprecated Use driftbox.v1.AccessGranted.$Properties instead.
         */
        interface IAccessGranted extends driftbox.v1.AccessGranted.$Properties {
        }

        /** Represents an AccessGranted. */
        class AccessGranted {

            /**
             * Constructs a new AccessGranted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.AccessGranted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccessGranted box. */
            box: string;

            /** AccessGranted compartment. */
            compartment: number;

            /** AccessGranted action. */
            action: driftbox.v1.Action;

            /** AccessGranted person. */
            person: string;

            /** AccessGranted role. */
            role: string;

            /** AccessGranted badgeRef. */
            badgeRef: Uint8Array;

            /** AccessGranted assurance. */
            assurance: driftbox.v1.Assurance;

            /** AccessGranted reader. */
            reader: string;

            /** AccessGranted policyVersion. */
            policyVersion: number;

            /** AccessGranted policyAgeS. */
            policyAgeS: number;

            /** AccessGranted counter. */
            counter?: (number|null);

            /** AccessGranted blockListAgeS. */
            blockListAgeS?: (number|null);

            /** AccessGranted proof. */
            proof?: (driftbox.v1.Proof|null);

            /** AccessGranted grant. */
            grant?: (string|null);

            /** AccessGranted code. */
            code?: (string|null);

            /** AccessGranted grantIssuedUs. */
            grantIssuedUs?: (number|null);

            /**
             * Encodes the specified AccessGranted message. Does not implicitly {@link driftbox.v1.AccessGranted.verify|verify} messages.
             * @param message AccessGranted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.AccessGranted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccessGranted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.AccessGranted & driftbox.v1.AccessGranted.$Shape} AccessGranted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.AccessGranted & driftbox.v1.AccessGranted.$Shape;

            /**
             * Creates an AccessGranted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AccessGranted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.AccessGranted;

            /**
             * Creates a plain object from an AccessGranted message. Also converts values to other types if specified.
             * @param message AccessGranted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.AccessGranted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AccessGranted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for AccessGranted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AccessGranted {

            /** Properties of an AccessGranted. */
            interface $Properties {

                /** AccessGranted box */
                box?: (string|null);

                /** AccessGranted compartment */
                compartment?: (number|null);

                /** AccessGranted action */
                action?: (driftbox.v1.Action|null);

                /** AccessGranted person */
                person?: (string|null);

                /** AccessGranted role */
                role?: (string|null);

                /** AccessGranted badgeRef */
                badgeRef?: (Uint8Array|null);

                /** AccessGranted assurance */
                assurance?: (driftbox.v1.Assurance|null);

                /** AccessGranted reader */
                reader?: (string|null);

                /** AccessGranted policyVersion */
                policyVersion?: (number|null);

                /** AccessGranted policyAgeS */
                policyAgeS?: (number|null);

                /** AccessGranted counter */
                counter?: (number|null);

                /** AccessGranted blockListAgeS */
                blockListAgeS?: (number|null);

                /** AccessGranted proof */
                proof?: (driftbox.v1.Proof|null);

                /** AccessGranted grant */
                grant?: (string|null);

                /** AccessGranted code */
                code?: (string|null);

                /** AccessGranted grantIssuedUs */
                grantIssuedUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccessGranted. */
            type $Shape = driftbox.v1.AccessGranted.$Properties;
        }

        /**
         * Properties of an AccessRefused.
         * @deprecated Use driftbox.v1.AccessRefused.$Properties instead.
         */
        interface IAccessRefused extends driftbox.v1.AccessRefused.$Properties {
        }

        /** Represents an AccessRefused. */
        class AccessRefused {

            /**
             * Constructs a new AccessRefused.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.AccessRefused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccessRefused box. */
            box: string;

            /** AccessRefused compartment. */
            compartment: number;

            /** AccessRefused reason. */
            reason: driftbox.v1.RefusalReason;

            /** AccessRefused person. */
            person: string;

            /** AccessRefused badgeRef. */
            badgeRef: Uint8Array;

            /** AccessRefused reader. */
            reader: string;

            /** AccessRefused policyVersion. */
            policyVersion: number;

            /** AccessRefused counter. */
            counter?: (number|null);

            /** AccessRefused grant. */
            grant?: (string|null);

            /** AccessRefused code. */
            code?: (string|null);

            /**
             * Encodes the specified AccessRefused message. Does not implicitly {@link driftbox.v1.AccessRefused.verify|verify} messages.
             * @param message AccessRefused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.AccessRefused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccessRefused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.AccessRefused & driftbox.v1.AccessRefused.$Shape} AccessRefused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.AccessRefused & driftbox.v1.AccessRefused.$Shape;

            /**
             * Creates an AccessRefused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AccessRefused
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.AccessRefused;

            /**
             * Creates a plain object from an AccessRefused message. Also converts values to other types if specified.
             * @param message AccessRefused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.AccessRefused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AccessRefused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for AccessRefused
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AccessRefused {

            /** Properties of an AccessRefused. */
            interface $Properties {

                /** AccessRefused box */
                box?: (string|null);

                /** AccessRefused compartment */
                compartment?: (number|null);

                /** AccessRefused reason */
                reason?: (driftbox.v1.RefusalReason|null);

                /** AccessRefused person */
                person?: (string|null);

                /** AccessRefused badgeRef */
                badgeRef?: (Uint8Array|null);

                /** AccessRefused reader */
                reader?: (string|null);

                /** AccessRefused policyVersion */
                policyVersion?: (number|null);

                /** AccessRefused counter */
                counter?: (number|null);

                /** AccessRefused grant */
                grant?: (string|null);

                /** AccessRefused code */
                code?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccessRefused. */
            type $Shape = driftbox.v1.AccessRefused.$Properties;
        }

        /**
         * Properties of an AuthorizerAdded.
         * @deprecated Use driftbox.v1.AuthorizerAdded.$Properties instead.
         */
        interface IAuthorizerAdded extends driftbox.v1.AuthorizerAdded.$Properties {
        }

        /** Represents an AuthorizerAdded. */
        class AuthorizerAdded {

            /**
             * Constructs a new AuthorizerAdded.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.AuthorizerAdded.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuthorizerAdded box. */
            box: string;

            /** AuthorizerAdded compartment. */
            compartment: number;

            /** AuthorizerAdded grantSeq. */
            grantSeq: number;

            /** AuthorizerAdded person. */
            person: string;

            /** AuthorizerAdded organization. */
            organization: string;

            /** AuthorizerAdded badgeRef. */
            badgeRef: Uint8Array;

            /** AuthorizerAdded assurance. */
            assurance?: (driftbox.v1.Assurance|null);

            /** AuthorizerAdded proof. */
            proof?: (driftbox.v1.Proof|null);

            /**
             * Encodes the specified AuthorizerAdded message. Does not implicitly {@link driftbox.v1.AuthorizerAdded.verify|verify} messages.
             * @param message AuthorizerAdded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.AuthorizerAdded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuthorizerAdded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.AuthorizerAdded & driftbox.v1.AuthorizerAdded.$Shape} AuthorizerAdded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.AuthorizerAdded & driftbox.v1.AuthorizerAdded.$Shape;

            /**
             * Creates an AuthorizerAdded message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AuthorizerAdded
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.AuthorizerAdded;

            /**
             * Creates a plain object from an AuthorizerAdded message. Also converts values to other types if specified.
             * @param message AuthorizerAdded
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.AuthorizerAdded, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AuthorizerAdded to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for AuthorizerAdded
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AuthorizerAdded {

            /** Properties of an AuthorizerAdded. */
            interface $Properties {

                /** AuthorizerAdded box */
                box?: (string|null);

                /** AuthorizerAdded compartment */
                compartment?: (number|null);

                /** AuthorizerAdded grantSeq */
                grantSeq?: (number|null);

                /** AuthorizerAdded person */
                person?: (string|null);

                /** AuthorizerAdded organization */
                organization?: (string|null);

                /** AuthorizerAdded badgeRef */
                badgeRef?: (Uint8Array|null);

                /** AuthorizerAdded assurance */
                assurance?: (driftbox.v1.Assurance|null);

                /** AuthorizerAdded proof */
                proof?: (driftbox.v1.Proof|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuthorizerAdded. */
            type $Shape = driftbox.v1.AuthorizerAdded.$Properties;
        }

        /**
         * Properties of a DuressSignaled.
         * @deprecated Use driftbox.v1.DuressSignaled.$Properties instead.
         */
        interface IDuressSignaled extends driftbox.v1.DuressSignaled.$Properties {
        }

        /** Represents a DuressSignaled. */
        class DuressSignaled {

            /**
             * Constructs a new DuressSignaled.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DuressSignaled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DuressSignaled box. */
            box: string;

            /** DuressSignaled person. */
            person: string;

            /**
             * Encodes the specified DuressSignaled message. Does not implicitly {@link driftbox.v1.DuressSignaled.verify|verify} messages.
             * @param message DuressSignaled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DuressSignaled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DuressSignaled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DuressSignaled & driftbox.v1.DuressSignaled.$Shape} DuressSignaled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DuressSignaled & driftbox.v1.DuressSignaled.$Shape;

            /**
             * Creates a DuressSignaled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DuressSignaled
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DuressSignaled;

            /**
             * Creates a plain object from a DuressSignaled message. Also converts values to other types if specified.
             * @param message DuressSignaled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DuressSignaled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DuressSignaled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DuressSignaled
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DuressSignaled {

            /** Properties of a DuressSignaled. */
            interface $Properties {

                /** DuressSignaled box */
                box?: (string|null);

                /** DuressSignaled person */
                person?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DuressSignaled. */
            type $Shape = driftbox.v1.DuressSignaled.$Properties;
        }

        /**
         * Properties of a LockoutStarted.
         * @deprecated Use driftbox.v1.LockoutStarted.$Properties instead.
         */
        interface ILockoutStarted extends driftbox.v1.LockoutStarted.$Properties {
        }

        /** Represents a LockoutStarted. */
        class LockoutStarted {

            /**
             * Constructs a new LockoutStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.LockoutStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LockoutStarted box. */
            box: string;

            /** LockoutStarted reader. */
            reader: string;

            /** LockoutStarted person. */
            person: string;

            /** LockoutStarted wrongTries. */
            wrongTries: number;

            /** LockoutStarted durationS. */
            durationS: number;

            /** LockoutStarted cause. */
            cause?: (driftbox.v1.LockoutCause|null);

            /**
             * Encodes the specified LockoutStarted message. Does not implicitly {@link driftbox.v1.LockoutStarted.verify|verify} messages.
             * @param message LockoutStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.LockoutStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LockoutStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.LockoutStarted & driftbox.v1.LockoutStarted.$Shape} LockoutStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.LockoutStarted & driftbox.v1.LockoutStarted.$Shape;

            /**
             * Creates a LockoutStarted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LockoutStarted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.LockoutStarted;

            /**
             * Creates a plain object from a LockoutStarted message. Also converts values to other types if specified.
             * @param message LockoutStarted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.LockoutStarted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LockoutStarted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for LockoutStarted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LockoutStarted {

            /** Properties of a LockoutStarted. */
            interface $Properties {

                /** LockoutStarted box */
                box?: (string|null);

                /** LockoutStarted reader */
                reader?: (string|null);

                /** LockoutStarted person */
                person?: (string|null);

                /** LockoutStarted wrongTries */
                wrongTries?: (number|null);

                /** LockoutStarted durationS */
                durationS?: (number|null);

                /** LockoutStarted cause */
                cause?: (driftbox.v1.LockoutCause|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LockoutStarted. */
            type $Shape = driftbox.v1.LockoutStarted.$Properties;
        }

        /**
         * Properties of a CredentialShown.
         * @deprecated Use driftbox.v1.CredentialShown.$Properties instead.
         */
        interface ICredentialShown extends driftbox.v1.CredentialShown.$Properties {
        }

        /** Represents a CredentialShown. */
        class CredentialShown {

            /**
             * Constructs a new CredentialShown.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CredentialShown.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CredentialShown box. */
            box: string;

            /** CredentialShown badgeRef. */
            badgeRef: Uint8Array;

            /** CredentialShown reader. */
            reader: string;

            /** CredentialShown counter. */
            counter: number;

            /**
             * Encodes the specified CredentialShown message. Does not implicitly {@link driftbox.v1.CredentialShown.verify|verify} messages.
             * @param message CredentialShown message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CredentialShown.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CredentialShown message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CredentialShown & driftbox.v1.CredentialShown.$Shape} CredentialShown
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CredentialShown & driftbox.v1.CredentialShown.$Shape;

            /**
             * Creates a CredentialShown message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CredentialShown
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CredentialShown;

            /**
             * Creates a plain object from a CredentialShown message. Also converts values to other types if specified.
             * @param message CredentialShown
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CredentialShown, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CredentialShown to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CredentialShown
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CredentialShown {

            /** Properties of a CredentialShown. */
            interface $Properties {

                /** CredentialShown box */
                box?: (string|null);

                /** CredentialShown badgeRef */
                badgeRef?: (Uint8Array|null);

                /** CredentialShown reader */
                reader?: (string|null);

                /** CredentialShown counter */
                counter?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CredentialShown. */
            type $Shape = driftbox.v1.CredentialShown.$Properties;
        }

        /**
         * Properties of a CodeReissued.
         * @deprecated Use driftbox.v1.CodeReissued.$Properties instead.
         */
        interface ICodeReissued extends driftbox.v1.CodeReissued.$Properties {
        }

        /** Represents a CodeReissued. */
        class CodeReissued {

            /**
             * Constructs a new CodeReissued.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CodeReissued.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CodeReissued parcel. */
            parcel: string;

            /** CodeReissued leastIssue. */
            leastIssue: number;

            /** CodeReissued command. */
            command: string;

            /**
             * Encodes the specified CodeReissued message. Does not implicitly {@link driftbox.v1.CodeReissued.verify|verify} messages.
             * @param message CodeReissued message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CodeReissued.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CodeReissued message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CodeReissued & driftbox.v1.CodeReissued.$Shape} CodeReissued
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CodeReissued & driftbox.v1.CodeReissued.$Shape;

            /**
             * Creates a CodeReissued message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CodeReissued
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CodeReissued;

            /**
             * Creates a plain object from a CodeReissued message. Also converts values to other types if specified.
             * @param message CodeReissued
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CodeReissued, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CodeReissued to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CodeReissued
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CodeReissued {

            /** Properties of a CodeReissued. */
            interface $Properties {

                /** CodeReissued parcel */
                parcel?: (string|null);

                /** CodeReissued leastIssue */
                leastIssue?: (number|null);

                /** CodeReissued command */
                command?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CodeReissued. */
            type $Shape = driftbox.v1.CodeReissued.$Properties;
        }

        /**
         * Properties of an UnlockIntended.
         * @deprecated Use driftbox.v1.UnlockIntended.$Properties instead.
         */
        interface IUnlockIntended extends driftbox.v1.UnlockIntended.$Properties {
        }

        /** Represents an UnlockIntended. */
        class UnlockIntended {

            /**
             * Constructs a new UnlockIntended.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.UnlockIntended.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnlockIntended box. */
            box: string;

            /** UnlockIntended compartment. */
            compartment: number;

            /** UnlockIntended grantSeq. */
            grantSeq: number;

            /** UnlockIntended attempt. */
            attempt: number;

            /** UnlockIntended pulseMs. */
            pulseMs: number;

            /** UnlockIntended deadlineMonoUs. */
            deadlineMonoUs: number;

            /**
             * Encodes the specified UnlockIntended message. Does not implicitly {@link driftbox.v1.UnlockIntended.verify|verify} messages.
             * @param message UnlockIntended message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.UnlockIntended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnlockIntended message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.UnlockIntended & driftbox.v1.UnlockIntended.$Shape} UnlockIntended
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.UnlockIntended & driftbox.v1.UnlockIntended.$Shape;

            /**
             * Creates an UnlockIntended message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UnlockIntended
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.UnlockIntended;

            /**
             * Creates a plain object from an UnlockIntended message. Also converts values to other types if specified.
             * @param message UnlockIntended
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.UnlockIntended, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UnlockIntended to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UnlockIntended
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UnlockIntended {

            /** Properties of an UnlockIntended. */
            interface $Properties {

                /** UnlockIntended box */
                box?: (string|null);

                /** UnlockIntended compartment */
                compartment?: (number|null);

                /** UnlockIntended grantSeq */
                grantSeq?: (number|null);

                /** UnlockIntended attempt */
                attempt?: (number|null);

                /** UnlockIntended pulseMs */
                pulseMs?: (number|null);

                /** UnlockIntended deadlineMonoUs */
                deadlineMonoUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnlockIntended. */
            type $Shape = driftbox.v1.UnlockIntended.$Properties;
        }

        /**
         * Properties of an UnlockConcluded.
         * @deprecated Use driftbox.v1.UnlockConcluded.$Properties instead.
         */
        interface IUnlockConcluded extends driftbox.v1.UnlockConcluded.$Properties {
        }

        /** Represents an UnlockConcluded. */
        class UnlockConcluded {

            /**
             * Constructs a new UnlockConcluded.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.UnlockConcluded.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnlockConcluded box. */
            box: string;

            /** UnlockConcluded compartment. */
            compartment: number;

            /** UnlockConcluded intentSeq. */
            intentSeq: number;

            /** UnlockConcluded outcome. */
            outcome: driftbox.v1.UnlockOutcome;

            /** UnlockConcluded detail. */
            detail: string;

            /**
             * Encodes the specified UnlockConcluded message. Does not implicitly {@link driftbox.v1.UnlockConcluded.verify|verify} messages.
             * @param message UnlockConcluded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.UnlockConcluded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnlockConcluded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.UnlockConcluded & driftbox.v1.UnlockConcluded.$Shape} UnlockConcluded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.UnlockConcluded & driftbox.v1.UnlockConcluded.$Shape;

            /**
             * Creates an UnlockConcluded message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UnlockConcluded
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.UnlockConcluded;

            /**
             * Creates a plain object from an UnlockConcluded message. Also converts values to other types if specified.
             * @param message UnlockConcluded
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.UnlockConcluded, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UnlockConcluded to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UnlockConcluded
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UnlockConcluded {

            /** Properties of an UnlockConcluded. */
            interface $Properties {

                /** UnlockConcluded box */
                box?: (string|null);

                /** UnlockConcluded compartment */
                compartment?: (number|null);

                /** UnlockConcluded intentSeq */
                intentSeq?: (number|null);

                /** UnlockConcluded outcome */
                outcome?: (driftbox.v1.UnlockOutcome|null);

                /** UnlockConcluded detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnlockConcluded. */
            type $Shape = driftbox.v1.UnlockConcluded.$Properties;
        }

        /**
         * Properties of a DoorOpened.
         * @deprecated Use driftbox.v1.DoorOpened.$Properties instead.
         */
        interface IDoorOpened extends driftbox.v1.DoorOpened.$Properties {
        }

        /** Represents a DoorOpened. */
        class DoorOpened {

            /**
             * Constructs a new DoorOpened.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DoorOpened.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DoorOpened box. */
            box: string;

            /** DoorOpened compartment. */
            compartment: number;

            /** DoorOpened grantSeq. */
            grantSeq: number;

            /** DoorOpened person. */
            person: string;

            /**
             * Encodes the specified DoorOpened message. Does not implicitly {@link driftbox.v1.DoorOpened.verify|verify} messages.
             * @param message DoorOpened message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DoorOpened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DoorOpened message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DoorOpened & driftbox.v1.DoorOpened.$Shape} DoorOpened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DoorOpened & driftbox.v1.DoorOpened.$Shape;

            /**
             * Creates a DoorOpened message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DoorOpened
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DoorOpened;

            /**
             * Creates a plain object from a DoorOpened message. Also converts values to other types if specified.
             * @param message DoorOpened
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DoorOpened, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DoorOpened to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DoorOpened
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DoorOpened {

            /** Properties of a DoorOpened. */
            interface $Properties {

                /** DoorOpened box */
                box?: (string|null);

                /** DoorOpened compartment */
                compartment?: (number|null);

                /** DoorOpened grantSeq */
                grantSeq?: (number|null);

                /** DoorOpened person */
                person?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DoorOpened. */
            type $Shape = driftbox.v1.DoorOpened.$Properties;
        }

        /**
         * Properties of a DoorClosed.
         * @deprecated Use driftbox.v1.DoorClosed.$Properties instead.
         */
        interface IDoorClosed extends driftbox.v1.DoorClosed.$Properties {
        }

        /** Represents a DoorClosed. */
        class DoorClosed {

            /**
             * Constructs a new DoorClosed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DoorClosed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DoorClosed box. */
            box: string;

            /** DoorClosed compartment. */
            compartment: number;

            /** DoorClosed grantSeq. */
            grantSeq: number;

            /** DoorClosed openMs. */
            openMs: number;

            /** DoorClosed presenceBefore. */
            presenceBefore: driftbox.v1.Presence;

            /** DoorClosed presenceAfter. */
            presenceAfter: driftbox.v1.Presence;

            /** DoorClosed result. */
            result: driftbox.v1.SessionResult;

            /** DoorClosed confidence. */
            confidence?: (driftbox.v1.Confidence|null);

            /** DoorClosed confidenceReason. */
            confidenceReason?: (string|null);

            /**
             * Encodes the specified DoorClosed message. Does not implicitly {@link driftbox.v1.DoorClosed.verify|verify} messages.
             * @param message DoorClosed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DoorClosed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DoorClosed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DoorClosed & driftbox.v1.DoorClosed.$Shape} DoorClosed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DoorClosed & driftbox.v1.DoorClosed.$Shape;

            /**
             * Creates a DoorClosed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DoorClosed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DoorClosed;

            /**
             * Creates a plain object from a DoorClosed message. Also converts values to other types if specified.
             * @param message DoorClosed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DoorClosed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DoorClosed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DoorClosed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DoorClosed {

            /** Properties of a DoorClosed. */
            interface $Properties {

                /** DoorClosed box */
                box?: (string|null);

                /** DoorClosed compartment */
                compartment?: (number|null);

                /** DoorClosed grantSeq */
                grantSeq?: (number|null);

                /** DoorClosed openMs */
                openMs?: (number|null);

                /** DoorClosed presenceBefore */
                presenceBefore?: (driftbox.v1.Presence|null);

                /** DoorClosed presenceAfter */
                presenceAfter?: (driftbox.v1.Presence|null);

                /** DoorClosed result */
                result?: (driftbox.v1.SessionResult|null);

                /** DoorClosed confidence */
                confidence?: (driftbox.v1.Confidence|null);

                /** DoorClosed confidenceReason */
                confidenceReason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DoorClosed. */
            type $Shape = driftbox.v1.DoorClosed.$Properties;
        }

        /**
         * Properties of a DoorForced.
         * @deprecated Use driftbox.v1.DoorForced.$Properties instead.
         */
        interface IDoorForced extends driftbox.v1.DoorForced.$Properties {
        }

        /** Represents a DoorForced. */
        class DoorForced {

            /**
             * Constructs a new DoorForced.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DoorForced.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DoorForced box. */
            box: string;

            /** DoorForced compartment. */
            compartment: number;

            /**
             * Encodes the specified DoorForced message. Does not implicitly {@link driftbox.v1.DoorForced.verify|verify} messages.
             * @param message DoorForced message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DoorForced.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DoorForced message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DoorForced & driftbox.v1.DoorForced.$Shape} DoorForced
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DoorForced & driftbox.v1.DoorForced.$Shape;

            /**
             * Creates a DoorForced message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DoorForced
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DoorForced;

            /**
             * Creates a plain object from a DoorForced message. Also converts values to other types if specified.
             * @param message DoorForced
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DoorForced, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DoorForced to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DoorForced
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DoorForced {

            /** Properties of a DoorForced. */
            interface $Properties {

                /** DoorForced box */
                box?: (string|null);

                /** DoorForced compartment */
                compartment?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DoorForced. */
            type $Shape = driftbox.v1.DoorForced.$Properties;
        }

        /**
         * Properties of a DoorHeldOpen.
         * @deprecated Use driftbox.v1.DoorHeldOpen.$Properties instead.
         */
        interface IDoorHeldOpen extends driftbox.v1.DoorHeldOpen.$Properties {
        }

        /** Represents a DoorHeldOpen. */
        class DoorHeldOpen {

            /**
             * Constructs a new DoorHeldOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DoorHeldOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DoorHeldOpen box. */
            box: string;

            /** DoorHeldOpen compartment. */
            compartment: number;

            /** DoorHeldOpen grantSeq. */
            grantSeq: number;

            /** DoorHeldOpen openMs. */
            openMs: number;

            /** DoorHeldOpen stage. */
            stage: number;

            /**
             * Encodes the specified DoorHeldOpen message. Does not implicitly {@link driftbox.v1.DoorHeldOpen.verify|verify} messages.
             * @param message DoorHeldOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DoorHeldOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DoorHeldOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DoorHeldOpen & driftbox.v1.DoorHeldOpen.$Shape} DoorHeldOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DoorHeldOpen & driftbox.v1.DoorHeldOpen.$Shape;

            /**
             * Creates a DoorHeldOpen message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DoorHeldOpen
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DoorHeldOpen;

            /**
             * Creates a plain object from a DoorHeldOpen message. Also converts values to other types if specified.
             * @param message DoorHeldOpen
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DoorHeldOpen, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DoorHeldOpen to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DoorHeldOpen
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DoorHeldOpen {

            /** Properties of a DoorHeldOpen. */
            interface $Properties {

                /** DoorHeldOpen box */
                box?: (string|null);

                /** DoorHeldOpen compartment */
                compartment?: (number|null);

                /** DoorHeldOpen grantSeq */
                grantSeq?: (number|null);

                /** DoorHeldOpen openMs */
                openMs?: (number|null);

                /** DoorHeldOpen stage */
                stage?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DoorHeldOpen. */
            type $Shape = driftbox.v1.DoorHeldOpen.$Properties;
        }

        /**
         * Properties of a DoorAjar.
         * @deprecated Use driftbox.v1.DoorAjar.$Properties instead.
         */
        interface IDoorAjar extends driftbox.v1.DoorAjar.$Properties {
        }

        /** Represents a DoorAjar. */
        class DoorAjar {

            /**
             * Constructs a new DoorAjar.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DoorAjar.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DoorAjar box. */
            box: string;

            /** DoorAjar compartment. */
            compartment: number;

            /** DoorAjar grantSeq. */
            grantSeq: number;

            /**
             * Encodes the specified DoorAjar message. Does not implicitly {@link driftbox.v1.DoorAjar.verify|verify} messages.
             * @param message DoorAjar message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DoorAjar.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DoorAjar message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DoorAjar & driftbox.v1.DoorAjar.$Shape} DoorAjar
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DoorAjar & driftbox.v1.DoorAjar.$Shape;

            /**
             * Creates a DoorAjar message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DoorAjar
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DoorAjar;

            /**
             * Creates a plain object from a DoorAjar message. Also converts values to other types if specified.
             * @param message DoorAjar
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DoorAjar, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DoorAjar to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DoorAjar
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DoorAjar {

            /** Properties of a DoorAjar. */
            interface $Properties {

                /** DoorAjar box */
                box?: (string|null);

                /** DoorAjar compartment */
                compartment?: (number|null);

                /** DoorAjar grantSeq */
                grantSeq?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DoorAjar. */
            type $Shape = driftbox.v1.DoorAjar.$Properties;
        }

        /**
         * Properties of a LockFaulted.
         * @deprecated Use driftbox.v1.LockFaulted.$Properties instead.
         */
        interface ILockFaulted extends driftbox.v1.LockFaulted.$Properties {
        }

        /** Represents a LockFaulted. */
        class LockFaulted {

            /**
             * Constructs a new LockFaulted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.LockFaulted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LockFaulted box. */
            box: string;

            /** LockFaulted compartment. */
            compartment: number;

            /** LockFaulted fault. */
            fault: driftbox.v1.LockFault;

            /** LockFaulted attempts. */
            attempts: number;

            /**
             * Encodes the specified LockFaulted message. Does not implicitly {@link driftbox.v1.LockFaulted.verify|verify} messages.
             * @param message LockFaulted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.LockFaulted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LockFaulted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.LockFaulted & driftbox.v1.LockFaulted.$Shape} LockFaulted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.LockFaulted & driftbox.v1.LockFaulted.$Shape;

            /**
             * Creates a LockFaulted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LockFaulted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.LockFaulted;

            /**
             * Creates a plain object from a LockFaulted message. Also converts values to other types if specified.
             * @param message LockFaulted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.LockFaulted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LockFaulted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for LockFaulted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LockFaulted {

            /** Properties of a LockFaulted. */
            interface $Properties {

                /** LockFaulted box */
                box?: (string|null);

                /** LockFaulted compartment */
                compartment?: (number|null);

                /** LockFaulted fault */
                fault?: (driftbox.v1.LockFault|null);

                /** LockFaulted attempts */
                attempts?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LockFaulted. */
            type $Shape = driftbox.v1.LockFaulted.$Properties;
        }

        /**
         * Properties of an OverrideUsed.
         * @deprecated Use driftbox.v1.OverrideUsed.$Properties instead.
         */
        interface IOverrideUsed extends driftbox.v1.OverrideUsed.$Properties {
        }

        /** Represents an OverrideUsed. */
        class OverrideUsed {

            /**
             * Constructs a new OverrideUsed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.OverrideUsed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OverrideUsed box. */
            box: string;

            /** OverrideUsed compartment. */
            compartment: number;

            /**
             * Encodes the specified OverrideUsed message. Does not implicitly {@link driftbox.v1.OverrideUsed.verify|verify} messages.
             * @param message OverrideUsed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.OverrideUsed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OverrideUsed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.OverrideUsed & driftbox.v1.OverrideUsed.$Shape} OverrideUsed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.OverrideUsed & driftbox.v1.OverrideUsed.$Shape;

            /**
             * Creates an OverrideUsed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OverrideUsed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.OverrideUsed;

            /**
             * Creates a plain object from an OverrideUsed message. Also converts values to other types if specified.
             * @param message OverrideUsed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.OverrideUsed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OverrideUsed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for OverrideUsed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OverrideUsed {

            /** Properties of an OverrideUsed. */
            interface $Properties {

                /** OverrideUsed box */
                box?: (string|null);

                /** OverrideUsed compartment */
                compartment?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OverrideUsed. */
            type $Shape = driftbox.v1.OverrideUsed.$Properties;
        }

        /**
         * Properties of an EmergencyDeclared.
         * @deprecated Use driftbox.v1.EmergencyDeclared.$Properties instead.
         */
        interface IEmergencyDeclared extends driftbox.v1.EmergencyDeclared.$Properties {
        }

        /** Represents an EmergencyDeclared. */
        class EmergencyDeclared {

            /**
             * Constructs a new EmergencyDeclared.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.EmergencyDeclared.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EmergencyDeclared box. */
            box: string;

            /** EmergencyDeclared compartment. */
            compartment: number;

            /** EmergencyDeclared grantSeq. */
            grantSeq: number;

            /** EmergencyDeclared person. */
            person: string;

            /** EmergencyDeclared reason. */
            reason: string;

            /**
             * Encodes the specified EmergencyDeclared message. Does not implicitly {@link driftbox.v1.EmergencyDeclared.verify|verify} messages.
             * @param message EmergencyDeclared message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.EmergencyDeclared.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EmergencyDeclared message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.EmergencyDeclared & driftbox.v1.EmergencyDeclared.$Shape} EmergencyDeclared
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.EmergencyDeclared & driftbox.v1.EmergencyDeclared.$Shape;

            /**
             * Creates an EmergencyDeclared message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EmergencyDeclared
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.EmergencyDeclared;

            /**
             * Creates a plain object from an EmergencyDeclared message. Also converts values to other types if specified.
             * @param message EmergencyDeclared
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.EmergencyDeclared, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EmergencyDeclared to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EmergencyDeclared
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EmergencyDeclared {

            /** Properties of an EmergencyDeclared. */
            interface $Properties {

                /** EmergencyDeclared box */
                box?: (string|null);

                /** EmergencyDeclared compartment */
                compartment?: (number|null);

                /** EmergencyDeclared grantSeq */
                grantSeq?: (number|null);

                /** EmergencyDeclared person */
                person?: (string|null);

                /** EmergencyDeclared reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EmergencyDeclared. */
            type $Shape = driftbox.v1.EmergencyDeclared.$Properties;
        }

        /**
         * Properties of an OverrideClosed.
         * @deprecated Use driftbox.v1.OverrideClosed.$Properties instead.
         */
        interface IOverrideClosed extends driftbox.v1.OverrideClosed.$Properties {
        }

        /** Represents an OverrideClosed. */
        class OverrideClosed {

            /**
             * Constructs a new OverrideClosed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.OverrideClosed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OverrideClosed box. */
            box: string;

            /** OverrideClosed compartment. */
            compartment: number;

            /** OverrideClosed overrideSeq. */
            overrideSeq: number;

            /** OverrideClosed person. */
            person: string;

            /** OverrideClosed explanation. */
            explanation: string;

            /**
             * Encodes the specified OverrideClosed message. Does not implicitly {@link driftbox.v1.OverrideClosed.verify|verify} messages.
             * @param message OverrideClosed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.OverrideClosed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OverrideClosed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.OverrideClosed & driftbox.v1.OverrideClosed.$Shape} OverrideClosed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.OverrideClosed & driftbox.v1.OverrideClosed.$Shape;

            /**
             * Creates an OverrideClosed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OverrideClosed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.OverrideClosed;

            /**
             * Creates a plain object from an OverrideClosed message. Also converts values to other types if specified.
             * @param message OverrideClosed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.OverrideClosed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OverrideClosed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for OverrideClosed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OverrideClosed {

            /** Properties of an OverrideClosed. */
            interface $Properties {

                /** OverrideClosed box */
                box?: (string|null);

                /** OverrideClosed compartment */
                compartment?: (number|null);

                /** OverrideClosed overrideSeq */
                overrideSeq?: (number|null);

                /** OverrideClosed person */
                person?: (string|null);

                /** OverrideClosed explanation */
                explanation?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OverrideClosed. */
            type $Shape = driftbox.v1.OverrideClosed.$Properties;
        }

        /**
         * Properties of a SignatureGiven.
         * @deprecated Use driftbox.v1.SignatureGiven.$Properties instead.
         */
        interface ISignatureGiven extends driftbox.v1.SignatureGiven.$Properties {
        }

        /** Represents a SignatureGiven. */
        class SignatureGiven {

            /**
             * Constructs a new SignatureGiven.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SignatureGiven.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignatureGiven box. */
            box: string;

            /** SignatureGiven emergencySeq. */
            emergencySeq: number;

            /** SignatureGiven person. */
            person: string;

            /**
             * Encodes the specified SignatureGiven message. Does not implicitly {@link driftbox.v1.SignatureGiven.verify|verify} messages.
             * @param message SignatureGiven message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SignatureGiven.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignatureGiven message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SignatureGiven & driftbox.v1.SignatureGiven.$Shape} SignatureGiven
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SignatureGiven & driftbox.v1.SignatureGiven.$Shape;

            /**
             * Creates a SignatureGiven message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SignatureGiven
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SignatureGiven;

            /**
             * Creates a plain object from a SignatureGiven message. Also converts values to other types if specified.
             * @param message SignatureGiven
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SignatureGiven, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SignatureGiven to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SignatureGiven
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SignatureGiven {

            /** Properties of a SignatureGiven. */
            interface $Properties {

                /** SignatureGiven box */
                box?: (string|null);

                /** SignatureGiven emergencySeq */
                emergencySeq?: (number|null);

                /** SignatureGiven person */
                person?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignatureGiven. */
            type $Shape = driftbox.v1.SignatureGiven.$Properties;
        }

        /**
         * Properties of a ParcelDeposited.
         * @deprecated Use driftbox.v1.ParcelDeposited.$Properties instead.
         */
        interface IParcelDeposited extends driftbox.v1.ParcelDeposited.$Properties {
        }

        /** Represents a ParcelDeposited. */
        class ParcelDeposited {

            /**
             * Constructs a new ParcelDeposited.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ParcelDeposited.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ParcelDeposited box. */
            box: string;

            /** ParcelDeposited compartment. */
            compartment: number;

            /** ParcelDeposited parcel. */
            parcel: string;

            /** ParcelDeposited person. */
            person: string;

            /** ParcelDeposited grantSeq. */
            grantSeq: number;

            /** ParcelDeposited evidence. */
            evidence: driftbox.v1.Evidence;

            /**
             * Encodes the specified ParcelDeposited message. Does not implicitly {@link driftbox.v1.ParcelDeposited.verify|verify} messages.
             * @param message ParcelDeposited message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ParcelDeposited.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ParcelDeposited message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ParcelDeposited & driftbox.v1.ParcelDeposited.$Shape} ParcelDeposited
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ParcelDeposited & driftbox.v1.ParcelDeposited.$Shape;

            /**
             * Creates a ParcelDeposited message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ParcelDeposited
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ParcelDeposited;

            /**
             * Creates a plain object from a ParcelDeposited message. Also converts values to other types if specified.
             * @param message ParcelDeposited
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ParcelDeposited, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ParcelDeposited to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ParcelDeposited
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ParcelDeposited {

            /** Properties of a ParcelDeposited. */
            interface $Properties {

                /** ParcelDeposited box */
                box?: (string|null);

                /** ParcelDeposited compartment */
                compartment?: (number|null);

                /** ParcelDeposited parcel */
                parcel?: (string|null);

                /** ParcelDeposited person */
                person?: (string|null);

                /** ParcelDeposited grantSeq */
                grantSeq?: (number|null);

                /** ParcelDeposited evidence */
                evidence?: (driftbox.v1.Evidence|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ParcelDeposited. */
            type $Shape = driftbox.v1.ParcelDeposited.$Properties;
        }

        /**
         * Properties of a ParcelCollected.
         * @deprecated Use driftbox.v1.ParcelCollected.$Properties instead.
         */
        interface IParcelCollected extends driftbox.v1.ParcelCollected.$Properties {
        }

        /** Represents a ParcelCollected. */
        class ParcelCollected {

            /**
             * Constructs a new ParcelCollected.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ParcelCollected.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ParcelCollected box. */
            box: string;

            /** ParcelCollected compartment. */
            compartment: number;

            /** ParcelCollected parcel. */
            parcel: string;

            /** ParcelCollected person. */
            person: string;

            /** ParcelCollected grantSeq. */
            grantSeq: number;

            /** ParcelCollected evidence. */
            evidence: driftbox.v1.Evidence;

            /**
             * Encodes the specified ParcelCollected message. Does not implicitly {@link driftbox.v1.ParcelCollected.verify|verify} messages.
             * @param message ParcelCollected message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ParcelCollected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ParcelCollected message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ParcelCollected & driftbox.v1.ParcelCollected.$Shape} ParcelCollected
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ParcelCollected & driftbox.v1.ParcelCollected.$Shape;

            /**
             * Creates a ParcelCollected message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ParcelCollected
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ParcelCollected;

            /**
             * Creates a plain object from a ParcelCollected message. Also converts values to other types if specified.
             * @param message ParcelCollected
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ParcelCollected, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ParcelCollected to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ParcelCollected
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ParcelCollected {

            /** Properties of a ParcelCollected. */
            interface $Properties {

                /** ParcelCollected box */
                box?: (string|null);

                /** ParcelCollected compartment */
                compartment?: (number|null);

                /** ParcelCollected parcel */
                parcel?: (string|null);

                /** ParcelCollected person */
                person?: (string|null);

                /** ParcelCollected grantSeq */
                grantSeq?: (number|null);

                /** ParcelCollected evidence */
                evidence?: (driftbox.v1.Evidence|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ParcelCollected. */
            type $Shape = driftbox.v1.ParcelCollected.$Properties;
        }

        /**
         * Properties of a BoxEmptied.
         * @deprecated Use driftbox.v1.BoxEmptied.$Properties instead.
         */
        interface IBoxEmptied extends driftbox.v1.BoxEmptied.$Properties {
        }

        /** Represents a BoxEmptied. */
        class BoxEmptied {

            /**
             * Constructs a new BoxEmptied.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.BoxEmptied.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxEmptied box. */
            box: string;

            /** BoxEmptied person. */
            person: string;

            /** BoxEmptied grantSeq. */
            grantSeq: number;

            /** BoxEmptied confirmed. */
            confirmed: boolean;

            /** BoxEmptied parcelCount. */
            parcelCount: number;

            /** BoxEmptied doubt. */
            doubt?: (string|null);

            /**
             * Encodes the specified BoxEmptied message. Does not implicitly {@link driftbox.v1.BoxEmptied.verify|verify} messages.
             * @param message BoxEmptied message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.BoxEmptied.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxEmptied message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.BoxEmptied & driftbox.v1.BoxEmptied.$Shape} BoxEmptied
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.BoxEmptied & driftbox.v1.BoxEmptied.$Shape;

            /**
             * Creates a BoxEmptied message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns BoxEmptied
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.BoxEmptied;

            /**
             * Creates a plain object from a BoxEmptied message. Also converts values to other types if specified.
             * @param message BoxEmptied
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.BoxEmptied, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this BoxEmptied to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for BoxEmptied
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BoxEmptied {

            /** Properties of a BoxEmptied. */
            interface $Properties {

                /** BoxEmptied box */
                box?: (string|null);

                /** BoxEmptied person */
                person?: (string|null);

                /** BoxEmptied grantSeq */
                grantSeq?: (number|null);

                /** BoxEmptied confirmed */
                confirmed?: (boolean|null);

                /** BoxEmptied parcelCount */
                parcelCount?: (number|null);

                /** BoxEmptied doubt */
                doubt?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoxEmptied. */
            type $Shape = driftbox.v1.BoxEmptied.$Properties;
        }

        /**
         * Properties of a ParcelUnaccounted.
         * @deprecated Use driftbox.v1.ParcelUnaccounted.$Properties instead.
         */
        interface IParcelUnaccounted extends driftbox.v1.ParcelUnaccounted.$Properties {
        }

        /** Represents a ParcelUnaccounted. */
        class ParcelUnaccounted {

            /**
             * Constructs a new ParcelUnaccounted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ParcelUnaccounted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ParcelUnaccounted box. */
            box: string;

            /** ParcelUnaccounted compartment. */
            compartment: number;

            /** ParcelUnaccounted parcels. */
            parcels: string[];

            /** ParcelUnaccounted presenceBefore. */
            presenceBefore: driftbox.v1.Presence;

            /** ParcelUnaccounted presenceAfter. */
            presenceAfter: driftbox.v1.Presence;

            /** ParcelUnaccounted lastPerson. */
            lastPerson: string;

            /**
             * Encodes the specified ParcelUnaccounted message. Does not implicitly {@link driftbox.v1.ParcelUnaccounted.verify|verify} messages.
             * @param message ParcelUnaccounted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ParcelUnaccounted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ParcelUnaccounted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ParcelUnaccounted & driftbox.v1.ParcelUnaccounted.$Shape} ParcelUnaccounted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ParcelUnaccounted & driftbox.v1.ParcelUnaccounted.$Shape;

            /**
             * Creates a ParcelUnaccounted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ParcelUnaccounted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ParcelUnaccounted;

            /**
             * Creates a plain object from a ParcelUnaccounted message. Also converts values to other types if specified.
             * @param message ParcelUnaccounted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ParcelUnaccounted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ParcelUnaccounted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ParcelUnaccounted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ParcelUnaccounted {

            /** Properties of a ParcelUnaccounted. */
            interface $Properties {

                /** ParcelUnaccounted box */
                box?: (string|null);

                /** ParcelUnaccounted compartment */
                compartment?: (number|null);

                /** ParcelUnaccounted parcels */
                parcels?: (string[]|null);

                /** ParcelUnaccounted presenceBefore */
                presenceBefore?: (driftbox.v1.Presence|null);

                /** ParcelUnaccounted presenceAfter */
                presenceAfter?: (driftbox.v1.Presence|null);

                /** ParcelUnaccounted lastPerson */
                lastPerson?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ParcelUnaccounted. */
            type $Shape = driftbox.v1.ParcelUnaccounted.$Properties;
        }

        /**
         * Properties of a DepositUnverified.
         * @deprecated Use driftbox.v1.DepositUnverified.$Properties instead.
         */
        interface IDepositUnverified extends driftbox.v1.DepositUnverified.$Properties {
        }

        /** Represents a DepositUnverified. */
        class DepositUnverified {

            /**
             * Constructs a new DepositUnverified.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DepositUnverified.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DepositUnverified box. */
            box: string;

            /** DepositUnverified compartment. */
            compartment: number;

            /** DepositUnverified parcel. */
            parcel: string;

            /** DepositUnverified person. */
            person: string;

            /** DepositUnverified grantSeq. */
            grantSeq: number;

            /** DepositUnverified reason. */
            reason: driftbox.v1.UnverifiedReason;

            /**
             * Encodes the specified DepositUnverified message. Does not implicitly {@link driftbox.v1.DepositUnverified.verify|verify} messages.
             * @param message DepositUnverified message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DepositUnverified.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DepositUnverified message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DepositUnverified & driftbox.v1.DepositUnverified.$Shape} DepositUnverified
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DepositUnverified & driftbox.v1.DepositUnverified.$Shape;

            /**
             * Creates a DepositUnverified message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DepositUnverified
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DepositUnverified;

            /**
             * Creates a plain object from a DepositUnverified message. Also converts values to other types if specified.
             * @param message DepositUnverified
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DepositUnverified, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DepositUnverified to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DepositUnverified
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DepositUnverified {

            /** Properties of a DepositUnverified. */
            interface $Properties {

                /** DepositUnverified box */
                box?: (string|null);

                /** DepositUnverified compartment */
                compartment?: (number|null);

                /** DepositUnverified parcel */
                parcel?: (string|null);

                /** DepositUnverified person */
                person?: (string|null);

                /** DepositUnverified grantSeq */
                grantSeq?: (number|null);

                /** DepositUnverified reason */
                reason?: (driftbox.v1.UnverifiedReason|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DepositUnverified. */
            type $Shape = driftbox.v1.DepositUnverified.$Properties;
        }

        /**
         * Properties of a DepositAbandoned.
         * @deprecated Use driftbox.v1.DepositAbandoned.$Properties instead.
         */
        interface IDepositAbandoned extends driftbox.v1.DepositAbandoned.$Properties {
        }

        /** Represents a DepositAbandoned. */
        class DepositAbandoned {

            /**
             * Constructs a new DepositAbandoned.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DepositAbandoned.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DepositAbandoned box. */
            box: string;

            /** DepositAbandoned compartment. */
            compartment: number;

            /** DepositAbandoned grantSeq. */
            grantSeq: number;

            /** DepositAbandoned reason. */
            reason: driftbox.v1.AbandonReason;

            /** DepositAbandoned parcel. */
            parcel?: (string|null);

            /**
             * Encodes the specified DepositAbandoned message. Does not implicitly {@link driftbox.v1.DepositAbandoned.verify|verify} messages.
             * @param message DepositAbandoned message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DepositAbandoned.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DepositAbandoned message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DepositAbandoned & driftbox.v1.DepositAbandoned.$Shape} DepositAbandoned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DepositAbandoned & driftbox.v1.DepositAbandoned.$Shape;

            /**
             * Creates a DepositAbandoned message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DepositAbandoned
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DepositAbandoned;

            /**
             * Creates a plain object from a DepositAbandoned message. Also converts values to other types if specified.
             * @param message DepositAbandoned
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DepositAbandoned, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DepositAbandoned to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DepositAbandoned
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DepositAbandoned {

            /** Properties of a DepositAbandoned. */
            interface $Properties {

                /** DepositAbandoned box */
                box?: (string|null);

                /** DepositAbandoned compartment */
                compartment?: (number|null);

                /** DepositAbandoned grantSeq */
                grantSeq?: (number|null);

                /** DepositAbandoned reason */
                reason?: (driftbox.v1.AbandonReason|null);

                /** DepositAbandoned parcel */
                parcel?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DepositAbandoned. */
            type $Shape = driftbox.v1.DepositAbandoned.$Properties;
        }

        /**
         * Properties of a HandoverReleased.
         * @deprecated Use driftbox.v1.HandoverReleased.$Properties instead.
         */
        interface IHandoverReleased extends driftbox.v1.HandoverReleased.$Properties {
        }

        /** Represents a HandoverReleased. */
        class HandoverReleased {

            /**
             * Constructs a new HandoverReleased.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.HandoverReleased.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HandoverReleased handover. */
            handover: string;

            /** HandoverReleased giver. */
            giver: string;

            /** HandoverReleased receiver. */
            receiver: string;

            /** HandoverReleased parcels. */
            parcels: string[];

            /** HandoverReleased sealTags. */
            sealTags: string[];

            /** HandoverReleased box. */
            box?: (string|null);

            /** HandoverReleased method. */
            method?: (driftbox.v1.ListingMethod|null);

            /**
             * Encodes the specified HandoverReleased message. Does not implicitly {@link driftbox.v1.HandoverReleased.verify|verify} messages.
             * @param message HandoverReleased message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.HandoverReleased.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HandoverReleased message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.HandoverReleased & driftbox.v1.HandoverReleased.$Shape} HandoverReleased
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.HandoverReleased & driftbox.v1.HandoverReleased.$Shape;

            /**
             * Creates a HandoverReleased message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HandoverReleased
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.HandoverReleased;

            /**
             * Creates a plain object from a HandoverReleased message. Also converts values to other types if specified.
             * @param message HandoverReleased
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.HandoverReleased, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HandoverReleased to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for HandoverReleased
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HandoverReleased {

            /** Properties of a HandoverReleased. */
            interface $Properties {

                /** HandoverReleased handover */
                handover?: (string|null);

                /** HandoverReleased giver */
                giver?: (string|null);

                /** HandoverReleased receiver */
                receiver?: (string|null);

                /** HandoverReleased parcels */
                parcels?: (string[]|null);

                /** HandoverReleased sealTags */
                sealTags?: (string[]|null);

                /** HandoverReleased box */
                box?: (string|null);

                /** HandoverReleased method */
                method?: (driftbox.v1.ListingMethod|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HandoverReleased. */
            type $Shape = driftbox.v1.HandoverReleased.$Properties;
        }

        /**
         * Properties of a HandoverAccepted.
         * @deprecated Use driftbox.v1.HandoverAccepted.$Properties instead.
         */
        interface IHandoverAccepted extends driftbox.v1.HandoverAccepted.$Properties {
        }

        /** Represents a HandoverAccepted. */
        class HandoverAccepted {

            /**
             * Constructs a new HandoverAccepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.HandoverAccepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HandoverAccepted handover. */
            handover: string;

            /** HandoverAccepted giver. */
            giver: string;

            /** HandoverAccepted receiver. */
            receiver: string;

            /** HandoverAccepted parcels. */
            parcels: string[];

            /**
             * Encodes the specified HandoverAccepted message. Does not implicitly {@link driftbox.v1.HandoverAccepted.verify|verify} messages.
             * @param message HandoverAccepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.HandoverAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HandoverAccepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.HandoverAccepted & driftbox.v1.HandoverAccepted.$Shape} HandoverAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.HandoverAccepted & driftbox.v1.HandoverAccepted.$Shape;

            /**
             * Creates a HandoverAccepted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HandoverAccepted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.HandoverAccepted;

            /**
             * Creates a plain object from a HandoverAccepted message. Also converts values to other types if specified.
             * @param message HandoverAccepted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.HandoverAccepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HandoverAccepted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for HandoverAccepted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HandoverAccepted {

            /** Properties of a HandoverAccepted. */
            interface $Properties {

                /** HandoverAccepted handover */
                handover?: (string|null);

                /** HandoverAccepted giver */
                giver?: (string|null);

                /** HandoverAccepted receiver */
                receiver?: (string|null);

                /** HandoverAccepted parcels */
                parcels?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HandoverAccepted. */
            type $Shape = driftbox.v1.HandoverAccepted.$Properties;
        }

        /**
         * Properties of a HandoverDisputed.
         * @deprecated Use driftbox.v1.HandoverDisputed.$Properties instead.
         */
        interface IHandoverDisputed extends driftbox.v1.HandoverDisputed.$Properties {
        }

        /** Represents a HandoverDisputed. */
        class HandoverDisputed {

            /**
             * Constructs a new HandoverDisputed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.HandoverDisputed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HandoverDisputed handover. */
            handover: string;

            /** HandoverDisputed giver. */
            giver: string;

            /** HandoverDisputed receiver. */
            receiver: string;

            /** HandoverDisputed giverSays. */
            giverSays: string[];

            /** HandoverDisputed receiverSays. */
            receiverSays: string[];

            /**
             * Encodes the specified HandoverDisputed message. Does not implicitly {@link driftbox.v1.HandoverDisputed.verify|verify} messages.
             * @param message HandoverDisputed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.HandoverDisputed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HandoverDisputed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.HandoverDisputed & driftbox.v1.HandoverDisputed.$Shape} HandoverDisputed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.HandoverDisputed & driftbox.v1.HandoverDisputed.$Shape;

            /**
             * Creates a HandoverDisputed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HandoverDisputed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.HandoverDisputed;

            /**
             * Creates a plain object from a HandoverDisputed message. Also converts values to other types if specified.
             * @param message HandoverDisputed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.HandoverDisputed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HandoverDisputed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for HandoverDisputed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HandoverDisputed {

            /** Properties of a HandoverDisputed. */
            interface $Properties {

                /** HandoverDisputed handover */
                handover?: (string|null);

                /** HandoverDisputed giver */
                giver?: (string|null);

                /** HandoverDisputed receiver */
                receiver?: (string|null);

                /** HandoverDisputed giverSays */
                giverSays?: (string[]|null);

                /** HandoverDisputed receiverSays */
                receiverSays?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HandoverDisputed. */
            type $Shape = driftbox.v1.HandoverDisputed.$Properties;
        }

        /**
         * Properties of a HandoverWithdrawn.
         * @deprecated Use driftbox.v1.HandoverWithdrawn.$Properties instead.
         */
        interface IHandoverWithdrawn extends driftbox.v1.HandoverWithdrawn.$Properties {
        }

        /** Represents a HandoverWithdrawn. */
        class HandoverWithdrawn {

            /**
             * Constructs a new HandoverWithdrawn.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.HandoverWithdrawn.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HandoverWithdrawn handover. */
            handover: string;

            /** HandoverWithdrawn giver. */
            giver: string;

            /** HandoverWithdrawn receiver. */
            receiver: string;

            /**
             * Encodes the specified HandoverWithdrawn message. Does not implicitly {@link driftbox.v1.HandoverWithdrawn.verify|verify} messages.
             * @param message HandoverWithdrawn message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.HandoverWithdrawn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HandoverWithdrawn message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.HandoverWithdrawn & driftbox.v1.HandoverWithdrawn.$Shape} HandoverWithdrawn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.HandoverWithdrawn & driftbox.v1.HandoverWithdrawn.$Shape;

            /**
             * Creates a HandoverWithdrawn message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HandoverWithdrawn
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.HandoverWithdrawn;

            /**
             * Creates a plain object from a HandoverWithdrawn message. Also converts values to other types if specified.
             * @param message HandoverWithdrawn
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.HandoverWithdrawn, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HandoverWithdrawn to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for HandoverWithdrawn
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace HandoverWithdrawn {

            /** Properties of a HandoverWithdrawn. */
            interface $Properties {

                /** HandoverWithdrawn handover */
                handover?: (string|null);

                /** HandoverWithdrawn giver */
                giver?: (string|null);

                /** HandoverWithdrawn receiver */
                receiver?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HandoverWithdrawn. */
            type $Shape = driftbox.v1.HandoverWithdrawn.$Properties;
        }

        /**
         * Properties of a ManifestOpened.
         * @deprecated Use driftbox.v1.ManifestOpened.$Properties instead.
         */
        interface IManifestOpened extends driftbox.v1.ManifestOpened.$Properties {
        }

        /** Represents a ManifestOpened. */
        class ManifestOpened {

            /**
             * Constructs a new ManifestOpened.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ManifestOpened.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManifestOpened manifest. */
            manifest: string;

            /** ManifestOpened voyage. */
            voyage: string;

            /** ManifestOpened expected. */
            expected: string[];

            /** ManifestOpened onBoard. */
            onBoard?: (boolean|null);

            /**
             * Encodes the specified ManifestOpened message. Does not implicitly {@link driftbox.v1.ManifestOpened.verify|verify} messages.
             * @param message ManifestOpened message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ManifestOpened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManifestOpened message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ManifestOpened & driftbox.v1.ManifestOpened.$Shape} ManifestOpened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ManifestOpened & driftbox.v1.ManifestOpened.$Shape;

            /**
             * Creates a ManifestOpened message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ManifestOpened
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ManifestOpened;

            /**
             * Creates a plain object from a ManifestOpened message. Also converts values to other types if specified.
             * @param message ManifestOpened
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ManifestOpened, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ManifestOpened to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ManifestOpened
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManifestOpened {

            /** Properties of a ManifestOpened. */
            interface $Properties {

                /** ManifestOpened manifest */
                manifest?: (string|null);

                /** ManifestOpened voyage */
                voyage?: (string|null);

                /** ManifestOpened expected */
                expected?: (string[]|null);

                /** ManifestOpened onBoard */
                onBoard?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManifestOpened. */
            type $Shape = driftbox.v1.ManifestOpened.$Properties;
        }

        /**
         * Properties of a ManifestClosed.
         * @deprecated Use driftbox.v1.ManifestClosed.$Properties instead.
         */
        interface IManifestClosed extends driftbox.v1.ManifestClosed.$Properties {
        }

        /** Represents a ManifestClosed. */
        class ManifestClosed {

            /**
             * Constructs a new ManifestClosed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ManifestClosed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManifestClosed manifest. */
            manifest: string;

            /** ManifestClosed expected. */
            expected: string[];

            /** ManifestClosed found. */
            found: string[];

            /** ManifestClosed missing. */
            missing: string[];

            /** ManifestClosed extra. */
            extra: string[];

            /** ManifestClosed persons. */
            persons: string[];

            /**
             * Encodes the specified ManifestClosed message. Does not implicitly {@link driftbox.v1.ManifestClosed.verify|verify} messages.
             * @param message ManifestClosed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ManifestClosed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManifestClosed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ManifestClosed & driftbox.v1.ManifestClosed.$Shape} ManifestClosed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ManifestClosed & driftbox.v1.ManifestClosed.$Shape;

            /**
             * Creates a ManifestClosed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ManifestClosed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ManifestClosed;

            /**
             * Creates a plain object from a ManifestClosed message. Also converts values to other types if specified.
             * @param message ManifestClosed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ManifestClosed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ManifestClosed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ManifestClosed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManifestClosed {

            /** Properties of a ManifestClosed. */
            interface $Properties {

                /** ManifestClosed manifest */
                manifest?: (string|null);

                /** ManifestClosed expected */
                expected?: (string[]|null);

                /** ManifestClosed found */
                found?: (string[]|null);

                /** ManifestClosed missing */
                missing?: (string[]|null);

                /** ManifestClosed extra */
                extra?: (string[]|null);

                /** ManifestClosed persons */
                persons?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManifestClosed. */
            type $Shape = driftbox.v1.ManifestClosed.$Properties;
        }

        /**
         * Properties of a ContainerSealed.
         * @deprecated Use driftbox.v1.ContainerSealed.$Properties instead.
         */
        interface IContainerSealed extends driftbox.v1.ContainerSealed.$Properties {
        }

        /** Represents a ContainerSealed. */
        class ContainerSealed {

            /**
             * Constructs a new ContainerSealed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ContainerSealed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ContainerSealed container. */
            container: string;

            /** ContainerSealed parcels. */
            parcels: string[];

            /** ContainerSealed sealTag. */
            sealTag: string;

            /** ContainerSealed person. */
            person: string;

            /**
             * Encodes the specified ContainerSealed message. Does not implicitly {@link driftbox.v1.ContainerSealed.verify|verify} messages.
             * @param message ContainerSealed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ContainerSealed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ContainerSealed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ContainerSealed & driftbox.v1.ContainerSealed.$Shape} ContainerSealed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ContainerSealed & driftbox.v1.ContainerSealed.$Shape;

            /**
             * Creates a ContainerSealed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ContainerSealed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ContainerSealed;

            /**
             * Creates a plain object from a ContainerSealed message. Also converts values to other types if specified.
             * @param message ContainerSealed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ContainerSealed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ContainerSealed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ContainerSealed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ContainerSealed {

            /** Properties of a ContainerSealed. */
            interface $Properties {

                /** ContainerSealed container */
                container?: (string|null);

                /** ContainerSealed parcels */
                parcels?: (string[]|null);

                /** ContainerSealed sealTag */
                sealTag?: (string|null);

                /** ContainerSealed person */
                person?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ContainerSealed. */
            type $Shape = driftbox.v1.ContainerSealed.$Properties;
        }

        /**
         * Properties of a ContainerOpened.
         * @deprecated Use driftbox.v1.ContainerOpened.$Properties instead.
         */
        interface IContainerOpened extends driftbox.v1.ContainerOpened.$Properties {
        }

        /** Represents a ContainerOpened. */
        class ContainerOpened {

            /**
             * Constructs a new ContainerOpened.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ContainerOpened.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ContainerOpened container. */
            container: string;

            /** ContainerOpened person. */
            person: string;

            /** ContainerOpened enRoute. */
            enRoute: boolean;

            /**
             * Encodes the specified ContainerOpened message. Does not implicitly {@link driftbox.v1.ContainerOpened.verify|verify} messages.
             * @param message ContainerOpened message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ContainerOpened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ContainerOpened message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ContainerOpened & driftbox.v1.ContainerOpened.$Shape} ContainerOpened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ContainerOpened & driftbox.v1.ContainerOpened.$Shape;

            /**
             * Creates a ContainerOpened message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ContainerOpened
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ContainerOpened;

            /**
             * Creates a plain object from a ContainerOpened message. Also converts values to other types if specified.
             * @param message ContainerOpened
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ContainerOpened, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ContainerOpened to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ContainerOpened
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ContainerOpened {

            /** Properties of a ContainerOpened. */
            interface $Properties {

                /** ContainerOpened container */
                container?: (string|null);

                /** ContainerOpened person */
                person?: (string|null);

                /** ContainerOpened enRoute */
                enRoute?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ContainerOpened. */
            type $Shape = driftbox.v1.ContainerOpened.$Properties;
        }

        /**
         * Properties of a SealTagChecked.
         * @deprecated Use driftbox.v1.SealTagChecked.$Properties instead.
         */
        interface ISealTagChecked extends driftbox.v1.SealTagChecked.$Properties {
        }

        /** Represents a SealTagChecked. */
        class SealTagChecked {

            /**
             * Constructs a new SealTagChecked.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SealTagChecked.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SealTagChecked parcel. */
            parcel: string;

            /** SealTagChecked sealTag. */
            sealTag: string;

            /** SealTagChecked state. */
            state: driftbox.v1.SealTagState;

            /** SealTagChecked person. */
            person: string;

            /**
             * Encodes the specified SealTagChecked message. Does not implicitly {@link driftbox.v1.SealTagChecked.verify|verify} messages.
             * @param message SealTagChecked message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SealTagChecked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SealTagChecked message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SealTagChecked & driftbox.v1.SealTagChecked.$Shape} SealTagChecked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SealTagChecked & driftbox.v1.SealTagChecked.$Shape;

            /**
             * Creates a SealTagChecked message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SealTagChecked
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SealTagChecked;

            /**
             * Creates a plain object from a SealTagChecked message. Also converts values to other types if specified.
             * @param message SealTagChecked
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SealTagChecked, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SealTagChecked to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SealTagChecked
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SealTagChecked {

            /** Properties of a SealTagChecked. */
            interface $Properties {

                /** SealTagChecked parcel */
                parcel?: (string|null);

                /** SealTagChecked sealTag */
                sealTag?: (string|null);

                /** SealTagChecked state */
                state?: (driftbox.v1.SealTagState|null);

                /** SealTagChecked person */
                person?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SealTagChecked. */
            type $Shape = driftbox.v1.SealTagChecked.$Properties;
        }

        /**
         * Properties of a TamperDetected.
         * @deprecated Use driftbox.v1.TamperDetected.$Properties instead.
         */
        interface ITamperDetected extends driftbox.v1.TamperDetected.$Properties {
        }

        /** Represents a TamperDetected. */
        class TamperDetected {

            /**
             * Constructs a new TamperDetected.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.TamperDetected.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TamperDetected box. */
            box: string;

            /** TamperDetected sensor. */
            sensor: string;

            /** TamperDetected detail. */
            detail: string;

            /**
             * Encodes the specified TamperDetected message. Does not implicitly {@link driftbox.v1.TamperDetected.verify|verify} messages.
             * @param message TamperDetected message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.TamperDetected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TamperDetected message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.TamperDetected & driftbox.v1.TamperDetected.$Shape} TamperDetected
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.TamperDetected & driftbox.v1.TamperDetected.$Shape;

            /**
             * Creates a TamperDetected message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TamperDetected
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.TamperDetected;

            /**
             * Creates a plain object from a TamperDetected message. Also converts values to other types if specified.
             * @param message TamperDetected
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.TamperDetected, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TamperDetected to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TamperDetected
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TamperDetected {

            /** Properties of a TamperDetected. */
            interface $Properties {

                /** TamperDetected box */
                box?: (string|null);

                /** TamperDetected sensor */
                sensor?: (string|null);

                /** TamperDetected detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TamperDetected. */
            type $Shape = driftbox.v1.TamperDetected.$Properties;
        }

        /**
         * Properties of a PowerLost.
         * @deprecated Use driftbox.v1.PowerLost.$Properties instead.
         */
        interface IPowerLost extends driftbox.v1.PowerLost.$Properties {
        }

        /** Represents a PowerLost. */
        class PowerLost {

            /**
             * Constructs a new PowerLost.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PowerLost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified PowerLost message. Does not implicitly {@link driftbox.v1.PowerLost.verify|verify} messages.
             * @param message PowerLost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PowerLost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PowerLost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PowerLost & driftbox.v1.PowerLost.$Shape} PowerLost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PowerLost & driftbox.v1.PowerLost.$Shape;

            /**
             * Creates a PowerLost message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PowerLost
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PowerLost;

            /**
             * Creates a plain object from a PowerLost message. Also converts values to other types if specified.
             * @param message PowerLost
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PowerLost, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PowerLost to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PowerLost
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PowerLost {

            /** Properties of a PowerLost. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PowerLost. */
            type $Shape = driftbox.v1.PowerLost.$Properties;
        }

        /**
         * Properties of a PowerRestored.
         * @deprecated Use driftbox.v1.PowerRestored.$Properties instead.
         */
        interface IPowerRestored extends driftbox.v1.PowerRestored.$Properties {
        }

        /** Represents a PowerRestored. */
        class PowerRestored {

            /**
             * Constructs a new PowerRestored.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PowerRestored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PowerRestored offMs. */
            offMs: number;

            /**
             * Encodes the specified PowerRestored message. Does not implicitly {@link driftbox.v1.PowerRestored.verify|verify} messages.
             * @param message PowerRestored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PowerRestored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PowerRestored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PowerRestored & driftbox.v1.PowerRestored.$Shape} PowerRestored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PowerRestored & driftbox.v1.PowerRestored.$Shape;

            /**
             * Creates a PowerRestored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PowerRestored
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PowerRestored;

            /**
             * Creates a plain object from a PowerRestored message. Also converts values to other types if specified.
             * @param message PowerRestored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PowerRestored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PowerRestored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PowerRestored
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PowerRestored {

            /** Properties of a PowerRestored. */
            interface $Properties {

                /** PowerRestored offMs */
                offMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PowerRestored. */
            type $Shape = driftbox.v1.PowerRestored.$Properties;
        }

        /**
         * Properties of a BatteryLow.
         * @deprecated Use driftbox.v1.BatteryLow.$Properties instead.
         */
        interface IBatteryLow extends driftbox.v1.BatteryLow.$Properties {
        }

        /** Represents a BatteryLow. */
        class BatteryLow {

            /**
             * Constructs a new BatteryLow.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.BatteryLow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BatteryLow millivolts. */
            millivolts: number;

            /**
             * Encodes the specified BatteryLow message. Does not implicitly {@link driftbox.v1.BatteryLow.verify|verify} messages.
             * @param message BatteryLow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.BatteryLow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatteryLow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.BatteryLow & driftbox.v1.BatteryLow.$Shape} BatteryLow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.BatteryLow & driftbox.v1.BatteryLow.$Shape;

            /**
             * Creates a BatteryLow message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns BatteryLow
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.BatteryLow;

            /**
             * Creates a plain object from a BatteryLow message. Also converts values to other types if specified.
             * @param message BatteryLow
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.BatteryLow, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this BatteryLow to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for BatteryLow
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BatteryLow {

            /** Properties of a BatteryLow. */
            interface $Properties {

                /** BatteryLow millivolts */
                millivolts?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BatteryLow. */
            type $Shape = driftbox.v1.BatteryLow.$Properties;
        }

        /**
         * Properties of a SensorDissented.
         * @deprecated Use driftbox.v1.SensorDissented.$Properties instead.
         */
        interface ISensorDissented extends driftbox.v1.SensorDissented.$Properties {
        }

        /** Represents a SensorDissented. */
        class SensorDissented {

            /**
             * Constructs a new SensorDissented.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SensorDissented.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SensorDissented box. */
            box: string;

            /** SensorDissented compartment. */
            compartment: number;

            /** SensorDissented sensor. */
            sensor: string;

            /** SensorDissented says. */
            says: string;

            /** SensorDissented fused. */
            fused: string;

            /**
             * Encodes the specified SensorDissented message. Does not implicitly {@link driftbox.v1.SensorDissented.verify|verify} messages.
             * @param message SensorDissented message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SensorDissented.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SensorDissented message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SensorDissented & driftbox.v1.SensorDissented.$Shape} SensorDissented
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SensorDissented & driftbox.v1.SensorDissented.$Shape;

            /**
             * Creates a SensorDissented message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SensorDissented
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SensorDissented;

            /**
             * Creates a plain object from a SensorDissented message. Also converts values to other types if specified.
             * @param message SensorDissented
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SensorDissented, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SensorDissented to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SensorDissented
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SensorDissented {

            /** Properties of a SensorDissented. */
            interface $Properties {

                /** SensorDissented box */
                box?: (string|null);

                /** SensorDissented compartment */
                compartment?: (number|null);

                /** SensorDissented sensor */
                sensor?: (string|null);

                /** SensorDissented says */
                says?: (string|null);

                /** SensorDissented fused */
                fused?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SensorDissented. */
            type $Shape = driftbox.v1.SensorDissented.$Properties;
        }

        /**
         * Properties of a ReaderLost.
         * @deprecated Use driftbox.v1.ReaderLost.$Properties instead.
         */
        interface IReaderLost extends driftbox.v1.ReaderLost.$Properties {
        }

        /** Represents a ReaderLost. */
        class ReaderLost {

            /**
             * Constructs a new ReaderLost.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ReaderLost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReaderLost device. */
            device: string;

            /** ReaderLost reason. */
            reason: string;

            /**
             * Encodes the specified ReaderLost message. Does not implicitly {@link driftbox.v1.ReaderLost.verify|verify} messages.
             * @param message ReaderLost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ReaderLost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReaderLost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ReaderLost & driftbox.v1.ReaderLost.$Shape} ReaderLost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ReaderLost & driftbox.v1.ReaderLost.$Shape;

            /**
             * Creates a ReaderLost message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ReaderLost
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ReaderLost;

            /**
             * Creates a plain object from a ReaderLost message. Also converts values to other types if specified.
             * @param message ReaderLost
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ReaderLost, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ReaderLost to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ReaderLost
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ReaderLost {

            /** Properties of a ReaderLost. */
            interface $Properties {

                /** ReaderLost device */
                device?: (string|null);

                /** ReaderLost reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReaderLost. */
            type $Shape = driftbox.v1.ReaderLost.$Properties;
        }

        /**
         * Properties of a StorageLow.
         * @deprecated Use driftbox.v1.StorageLow.$Properties instead.
         */
        interface IStorageLow extends driftbox.v1.StorageLow.$Properties {
        }

        /** Represents a StorageLow. */
        class StorageLow {

            /**
             * Constructs a new StorageLow.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.StorageLow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StorageLow freeBytes. */
            freeBytes: number;

            /** StorageLow reserveBytes. */
            reserveBytes: number;

            /**
             * Encodes the specified StorageLow message. Does not implicitly {@link driftbox.v1.StorageLow.verify|verify} messages.
             * @param message StorageLow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.StorageLow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StorageLow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.StorageLow & driftbox.v1.StorageLow.$Shape} StorageLow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.StorageLow & driftbox.v1.StorageLow.$Shape;

            /**
             * Creates a StorageLow message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StorageLow
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.StorageLow;

            /**
             * Creates a plain object from a StorageLow message. Also converts values to other types if specified.
             * @param message StorageLow
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.StorageLow, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StorageLow to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for StorageLow
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StorageLow {

            /** Properties of a StorageLow. */
            interface $Properties {

                /** StorageLow freeBytes */
                freeBytes?: (number|null);

                /** StorageLow reserveBytes */
                reserveBytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StorageLow. */
            type $Shape = driftbox.v1.StorageLow.$Properties;
        }

        /**
         * Properties of a ClockStepped.
         * @deprecated Use driftbox.v1.ClockStepped.$Properties instead.
         */
        interface IClockStepped extends driftbox.v1.ClockStepped.$Properties {
        }

        /** Represents a ClockStepped. */
        class ClockStepped {

            /**
             * Constructs a new ClockStepped.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ClockStepped.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClockStepped stepUs. */
            stepUs: number;

            /** ClockStepped wallBeforeUs. */
            wallBeforeUs: number;

            /** ClockStepped wallAfterUs. */
            wallAfterUs: number;

            /**
             * Encodes the specified ClockStepped message. Does not implicitly {@link driftbox.v1.ClockStepped.verify|verify} messages.
             * @param message ClockStepped message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ClockStepped.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClockStepped message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ClockStepped & driftbox.v1.ClockStepped.$Shape} ClockStepped
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ClockStepped & driftbox.v1.ClockStepped.$Shape;

            /**
             * Creates a ClockStepped message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClockStepped
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ClockStepped;

            /**
             * Creates a plain object from a ClockStepped message. Also converts values to other types if specified.
             * @param message ClockStepped
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ClockStepped, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClockStepped to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ClockStepped
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClockStepped {

            /** Properties of a ClockStepped. */
            interface $Properties {

                /** ClockStepped stepUs */
                stepUs?: (number|null);

                /** ClockStepped wallBeforeUs */
                wallBeforeUs?: (number|null);

                /** ClockStepped wallAfterUs */
                wallAfterUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClockStepped. */
            type $Shape = driftbox.v1.ClockStepped.$Properties;
        }

        /**
         * Properties of a CommandRefused.
         * @deprecated Use driftbox.v1.CommandRefused.$Properties instead.
         */
        interface ICommandRefused extends driftbox.v1.CommandRefused.$Properties {
        }

        /** Represents a CommandRefused. */
        class CommandRefused {

            /**
             * Constructs a new CommandRefused.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CommandRefused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandRefused command. */
            command: string;

            /** CommandRefused reason. */
            reason: string;

            /**
             * Encodes the specified CommandRefused message. Does not implicitly {@link driftbox.v1.CommandRefused.verify|verify} messages.
             * @param message CommandRefused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CommandRefused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandRefused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CommandRefused & driftbox.v1.CommandRefused.$Shape} CommandRefused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CommandRefused & driftbox.v1.CommandRefused.$Shape;

            /**
             * Creates a CommandRefused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CommandRefused
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CommandRefused;

            /**
             * Creates a plain object from a CommandRefused message. Also converts values to other types if specified.
             * @param message CommandRefused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CommandRefused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CommandRefused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CommandRefused
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CommandRefused {

            /** Properties of a CommandRefused. */
            interface $Properties {

                /** CommandRefused command */
                command?: (string|null);

                /** CommandRefused reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandRefused. */
            type $Shape = driftbox.v1.CommandRefused.$Properties;
        }

        /**
         * Properties of a CommandExecuted.
         * @deprecated Use driftbox.v1.CommandExecuted.$Properties instead.
         */
        interface ICommandExecuted extends driftbox.v1.CommandExecuted.$Properties {
        }

        /** Represents a CommandExecuted. */
        class CommandExecuted {

            /**
             * Constructs a new CommandExecuted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CommandExecuted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandExecuted command. */
            command: string;

            /** CommandExecuted outcome. */
            outcome: string;

            /**
             * Encodes the specified CommandExecuted message. Does not implicitly {@link driftbox.v1.CommandExecuted.verify|verify} messages.
             * @param message CommandExecuted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CommandExecuted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandExecuted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CommandExecuted & driftbox.v1.CommandExecuted.$Shape} CommandExecuted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CommandExecuted & driftbox.v1.CommandExecuted.$Shape;

            /**
             * Creates a CommandExecuted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CommandExecuted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CommandExecuted;

            /**
             * Creates a plain object from a CommandExecuted message. Also converts values to other types if specified.
             * @param message CommandExecuted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CommandExecuted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CommandExecuted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CommandExecuted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CommandExecuted {

            /** Properties of a CommandExecuted. */
            interface $Properties {

                /** CommandExecuted command */
                command?: (string|null);

                /** CommandExecuted outcome */
                outcome?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandExecuted. */
            type $Shape = driftbox.v1.CommandExecuted.$Properties;
        }

        /**
         * Properties of a CompartmentDisabled.
         * @deprecated Use driftbox.v1.CompartmentDisabled.$Properties instead.
         */
        interface ICompartmentDisabled extends driftbox.v1.CompartmentDisabled.$Properties {
        }

        /** Represents a CompartmentDisabled. */
        class CompartmentDisabled {

            /**
             * Constructs a new CompartmentDisabled.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CompartmentDisabled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompartmentDisabled box. */
            box: string;

            /** CompartmentDisabled compartment. */
            compartment: number;

            /** CompartmentDisabled reason. */
            reason: string;

            /**
             * Encodes the specified CompartmentDisabled message. Does not implicitly {@link driftbox.v1.CompartmentDisabled.verify|verify} messages.
             * @param message CompartmentDisabled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CompartmentDisabled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompartmentDisabled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CompartmentDisabled & driftbox.v1.CompartmentDisabled.$Shape} CompartmentDisabled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CompartmentDisabled & driftbox.v1.CompartmentDisabled.$Shape;

            /**
             * Creates a CompartmentDisabled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CompartmentDisabled
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CompartmentDisabled;

            /**
             * Creates a plain object from a CompartmentDisabled message. Also converts values to other types if specified.
             * @param message CompartmentDisabled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CompartmentDisabled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CompartmentDisabled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CompartmentDisabled
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CompartmentDisabled {

            /** Properties of a CompartmentDisabled. */
            interface $Properties {

                /** CompartmentDisabled box */
                box?: (string|null);

                /** CompartmentDisabled compartment */
                compartment?: (number|null);

                /** CompartmentDisabled reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompartmentDisabled. */
            type $Shape = driftbox.v1.CompartmentDisabled.$Properties;
        }

        /**
         * Properties of a CompartmentEnabled.
         * @deprecated Use driftbox.v1.CompartmentEnabled.$Properties instead.
         */
        interface ICompartmentEnabled extends driftbox.v1.CompartmentEnabled.$Properties {
        }

        /** Represents a CompartmentEnabled. */
        class CompartmentEnabled {

            /**
             * Constructs a new CompartmentEnabled.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CompartmentEnabled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompartmentEnabled box. */
            box: string;

            /** CompartmentEnabled compartment. */
            compartment: number;

            /** CompartmentEnabled reason. */
            reason: string;

            /**
             * Encodes the specified CompartmentEnabled message. Does not implicitly {@link driftbox.v1.CompartmentEnabled.verify|verify} messages.
             * @param message CompartmentEnabled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CompartmentEnabled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompartmentEnabled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CompartmentEnabled & driftbox.v1.CompartmentEnabled.$Shape} CompartmentEnabled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CompartmentEnabled & driftbox.v1.CompartmentEnabled.$Shape;

            /**
             * Creates a CompartmentEnabled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CompartmentEnabled
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CompartmentEnabled;

            /**
             * Creates a plain object from a CompartmentEnabled message. Also converts values to other types if specified.
             * @param message CompartmentEnabled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CompartmentEnabled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CompartmentEnabled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CompartmentEnabled
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CompartmentEnabled {

            /** Properties of a CompartmentEnabled. */
            interface $Properties {

                /** CompartmentEnabled box */
                box?: (string|null);

                /** CompartmentEnabled compartment */
                compartment?: (number|null);

                /** CompartmentEnabled reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompartmentEnabled. */
            type $Shape = driftbox.v1.CompartmentEnabled.$Properties;
        }

        /**
         * Properties of a Corrected.
         * @deprecated Use driftbox.v1.Corrected.$Properties instead.
         */
        interface ICorrected extends driftbox.v1.Corrected.$Properties {
        }

        /** Represents a Corrected. */
        class Corrected {

            /**
             * Constructs a new Corrected.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Corrected.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Corrected eventId. */
            eventId: Uint8Array;

            /** Corrected reason. */
            reason: string;

            /** Corrected text. */
            text: string;

            /**
             * Encodes the specified Corrected message. Does not implicitly {@link driftbox.v1.Corrected.verify|verify} messages.
             * @param message Corrected message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Corrected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Corrected message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Corrected & driftbox.v1.Corrected.$Shape} Corrected
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Corrected & driftbox.v1.Corrected.$Shape;

            /**
             * Creates a Corrected message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Corrected
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Corrected;

            /**
             * Creates a plain object from a Corrected message. Also converts values to other types if specified.
             * @param message Corrected
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Corrected, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Corrected to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Corrected
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Corrected {

            /** Properties of a Corrected. */
            interface $Properties {

                /** Corrected eventId */
                eventId?: (Uint8Array|null);

                /** Corrected reason */
                reason?: (string|null);

                /** Corrected text */
                text?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Corrected. */
            type $Shape = driftbox.v1.Corrected.$Properties;
        }

        /**
         * Properties of a ServiceSuspended.
         * @deprecated Use driftbox.v1.ServiceSuspended.$Properties instead.
         */
        interface IServiceSuspended extends driftbox.v1.ServiceSuspended.$Properties {
        }

        /** Represents a ServiceSuspended. */
        class ServiceSuspended {

            /**
             * Constructs a new ServiceSuspended.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ServiceSuspended.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceSuspended box. */
            box: string;

            /** ServiceSuspended reason. */
            reason: string;

            /**
             * Encodes the specified ServiceSuspended message. Does not implicitly {@link driftbox.v1.ServiceSuspended.verify|verify} messages.
             * @param message ServiceSuspended message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ServiceSuspended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceSuspended message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ServiceSuspended & driftbox.v1.ServiceSuspended.$Shape} ServiceSuspended
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ServiceSuspended & driftbox.v1.ServiceSuspended.$Shape;

            /**
             * Creates a ServiceSuspended message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServiceSuspended
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ServiceSuspended;

            /**
             * Creates a plain object from a ServiceSuspended message. Also converts values to other types if specified.
             * @param message ServiceSuspended
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ServiceSuspended, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServiceSuspended to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ServiceSuspended
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ServiceSuspended {

            /** Properties of a ServiceSuspended. */
            interface $Properties {

                /** ServiceSuspended box */
                box?: (string|null);

                /** ServiceSuspended reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceSuspended. */
            type $Shape = driftbox.v1.ServiceSuspended.$Properties;
        }

        /**
         * Properties of a ServiceResumed.
         * @deprecated Use driftbox.v1.ServiceResumed.$Properties instead.
         */
        interface IServiceResumed extends driftbox.v1.ServiceResumed.$Properties {
        }

        /** Represents a ServiceResumed. */
        class ServiceResumed {

            /**
             * Constructs a new ServiceResumed.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ServiceResumed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceResumed box. */
            box: string;

            /** ServiceResumed reason. */
            reason: string;

            /**
             * Encodes the specified ServiceResumed message. Does not implicitly {@link driftbox.v1.ServiceResumed.verify|verify} messages.
             * @param message ServiceResumed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ServiceResumed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceResumed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ServiceResumed & driftbox.v1.ServiceResumed.$Shape} ServiceResumed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ServiceResumed & driftbox.v1.ServiceResumed.$Shape;

            /**
             * Creates a ServiceResumed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServiceResumed
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ServiceResumed;

            /**
             * Creates a plain object from a ServiceResumed message. Also converts values to other types if specified.
             * @param message ServiceResumed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ServiceResumed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServiceResumed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ServiceResumed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ServiceResumed {

            /** Properties of a ServiceResumed. */
            interface $Properties {

                /** ServiceResumed box */
                box?: (string|null);

                /** ServiceResumed reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceResumed. */
            type $Shape = driftbox.v1.ServiceResumed.$Properties;
        }

        /**
         * Properties of a MaintenanceBegun.
         * @deprecated Use driftbox.v1.MaintenanceBegun.$Properties instead.
         */
        interface IMaintenanceBegun extends driftbox.v1.MaintenanceBegun.$Properties {
        }

        /** Represents a MaintenanceBegun. */
        class MaintenanceBegun {

            /**
             * Constructs a new MaintenanceBegun.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.MaintenanceBegun.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MaintenanceBegun box. */
            box: string;

            /** MaintenanceBegun person. */
            person: string;

            /** MaintenanceBegun reason. */
            reason: string;

            /**
             * Encodes the specified MaintenanceBegun message. Does not implicitly {@link driftbox.v1.MaintenanceBegun.verify|verify} messages.
             * @param message MaintenanceBegun message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.MaintenanceBegun.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MaintenanceBegun message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.MaintenanceBegun & driftbox.v1.MaintenanceBegun.$Shape} MaintenanceBegun
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.MaintenanceBegun & driftbox.v1.MaintenanceBegun.$Shape;

            /**
             * Creates a MaintenanceBegun message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MaintenanceBegun
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.MaintenanceBegun;

            /**
             * Creates a plain object from a MaintenanceBegun message. Also converts values to other types if specified.
             * @param message MaintenanceBegun
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.MaintenanceBegun, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MaintenanceBegun to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for MaintenanceBegun
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MaintenanceBegun {

            /** Properties of a MaintenanceBegun. */
            interface $Properties {

                /** MaintenanceBegun box */
                box?: (string|null);

                /** MaintenanceBegun person */
                person?: (string|null);

                /** MaintenanceBegun reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MaintenanceBegun. */
            type $Shape = driftbox.v1.MaintenanceBegun.$Properties;
        }

        /**
         * Properties of a MaintenanceEnded.
         * @deprecated Use driftbox.v1.MaintenanceEnded.$Properties instead.
         */
        interface IMaintenanceEnded extends driftbox.v1.MaintenanceEnded.$Properties {
        }

        /** Represents a MaintenanceEnded. */
        class MaintenanceEnded {

            /**
             * Constructs a new MaintenanceEnded.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.MaintenanceEnded.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MaintenanceEnded box. */
            box: string;

            /** MaintenanceEnded person. */
            person: string;

            /**
             * Encodes the specified MaintenanceEnded message. Does not implicitly {@link driftbox.v1.MaintenanceEnded.verify|verify} messages.
             * @param message MaintenanceEnded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.MaintenanceEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MaintenanceEnded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.MaintenanceEnded & driftbox.v1.MaintenanceEnded.$Shape} MaintenanceEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.MaintenanceEnded & driftbox.v1.MaintenanceEnded.$Shape;

            /**
             * Creates a MaintenanceEnded message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MaintenanceEnded
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.MaintenanceEnded;

            /**
             * Creates a plain object from a MaintenanceEnded message. Also converts values to other types if specified.
             * @param message MaintenanceEnded
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.MaintenanceEnded, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MaintenanceEnded to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for MaintenanceEnded
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MaintenanceEnded {

            /** Properties of a MaintenanceEnded. */
            interface $Properties {

                /** MaintenanceEnded box */
                box?: (string|null);

                /** MaintenanceEnded person */
                person?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MaintenanceEnded. */
            type $Shape = driftbox.v1.MaintenanceEnded.$Properties;
        }

        /**
         * Properties of a CommandAccepted.
         * @deprecated Use driftbox.v1.CommandAccepted.$Properties instead.
         */
        interface ICommandAccepted extends driftbox.v1.CommandAccepted.$Properties {
        }

        /** Represents a CommandAccepted. */
        class CommandAccepted {

            /**
             * Constructs a new CommandAccepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CommandAccepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandAccepted command. */
            command: string;

            /** CommandAccepted word. */
            word: string;

            /** CommandAccepted box. */
            box: string;

            /** CommandAccepted compartment. */
            compartment: number;

            /** CommandAccepted givenBy. */
            givenBy: string;

            /** CommandAccepted deadlineMonoUs. */
            deadlineMonoUs?: (number|null);

            /**
             * Encodes the specified CommandAccepted message. Does not implicitly {@link driftbox.v1.CommandAccepted.verify|verify} messages.
             * @param message CommandAccepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CommandAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandAccepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CommandAccepted & driftbox.v1.CommandAccepted.$Shape} CommandAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CommandAccepted & driftbox.v1.CommandAccepted.$Shape;

            /**
             * Creates a CommandAccepted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CommandAccepted
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CommandAccepted;

            /**
             * Creates a plain object from a CommandAccepted message. Also converts values to other types if specified.
             * @param message CommandAccepted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CommandAccepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CommandAccepted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CommandAccepted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CommandAccepted {

            /** Properties of a CommandAccepted. */
            interface $Properties {

                /** CommandAccepted command */
                command?: (string|null);

                /** CommandAccepted word */
                word?: (string|null);

                /** CommandAccepted box */
                box?: (string|null);

                /** CommandAccepted compartment */
                compartment?: (number|null);

                /** CommandAccepted givenBy */
                givenBy?: (string|null);

                /** CommandAccepted deadlineMonoUs */
                deadlineMonoUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandAccepted. */
            type $Shape = driftbox.v1.CommandAccepted.$Properties;
        }

        /**
         * Properties of a SensorQuarantined.
         * @deprecated Use driftbox.v1.SensorQuarantined.$Properties instead.
         */
        interface ISensorQuarantined extends driftbox.v1.SensorQuarantined.$Properties {
        }

        /** Represents a SensorQuarantined. */
        class SensorQuarantined {

            /**
             * Constructs a new SensorQuarantined.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SensorQuarantined.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SensorQuarantined box. */
            box: string;

            /** SensorQuarantined compartment. */
            compartment: number;

            /** SensorQuarantined sensor. */
            sensor: string;

            /** SensorQuarantined reason. */
            reason: string;

            /**
             * Encodes the specified SensorQuarantined message. Does not implicitly {@link driftbox.v1.SensorQuarantined.verify|verify} messages.
             * @param message SensorQuarantined message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SensorQuarantined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SensorQuarantined message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SensorQuarantined & driftbox.v1.SensorQuarantined.$Shape} SensorQuarantined
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SensorQuarantined & driftbox.v1.SensorQuarantined.$Shape;

            /**
             * Creates a SensorQuarantined message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SensorQuarantined
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SensorQuarantined;

            /**
             * Creates a plain object from a SensorQuarantined message. Also converts values to other types if specified.
             * @param message SensorQuarantined
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SensorQuarantined, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SensorQuarantined to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SensorQuarantined
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SensorQuarantined {

            /** Properties of a SensorQuarantined. */
            interface $Properties {

                /** SensorQuarantined box */
                box?: (string|null);

                /** SensorQuarantined compartment */
                compartment?: (number|null);

                /** SensorQuarantined sensor */
                sensor?: (string|null);

                /** SensorQuarantined reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SensorQuarantined. */
            type $Shape = driftbox.v1.SensorQuarantined.$Properties;
        }

        /**
         * Properties of a SensorRestored.
         * @deprecated Use driftbox.v1.SensorRestored.$Properties instead.
         */
        interface ISensorRestored extends driftbox.v1.SensorRestored.$Properties {
        }

        /** Represents a SensorRestored. */
        class SensorRestored {

            /**
             * Constructs a new SensorRestored.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SensorRestored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SensorRestored box. */
            box: string;

            /** SensorRestored compartment. */
            compartment: number;

            /** SensorRestored sensor. */
            sensor: string;

            /**
             * Encodes the specified SensorRestored message. Does not implicitly {@link driftbox.v1.SensorRestored.verify|verify} messages.
             * @param message SensorRestored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SensorRestored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SensorRestored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SensorRestored & driftbox.v1.SensorRestored.$Shape} SensorRestored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SensorRestored & driftbox.v1.SensorRestored.$Shape;

            /**
             * Creates a SensorRestored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SensorRestored
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SensorRestored;

            /**
             * Creates a plain object from a SensorRestored message. Also converts values to other types if specified.
             * @param message SensorRestored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SensorRestored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SensorRestored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SensorRestored
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SensorRestored {

            /** Properties of a SensorRestored. */
            interface $Properties {

                /** SensorRestored box */
                box?: (string|null);

                /** SensorRestored compartment */
                compartment?: (number|null);

                /** SensorRestored sensor */
                sensor?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SensorRestored. */
            type $Shape = driftbox.v1.SensorRestored.$Properties;
        }

        /**
         * Properties of a DocumentRefused.
         * @deprecated Use driftbox.v1.DocumentRefused.$Properties instead.
         */
        interface IDocumentRefused extends driftbox.v1.DocumentRefused.$Properties {
        }

        /** Represents a DocumentRefused. */
        class DocumentRefused {

            /**
             * Constructs a new DocumentRefused.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DocumentRefused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DocumentRefused document. */
            document: driftbox.v1.DocumentKind;

            /** DocumentRefused version. */
            version: number;

            /** DocumentRefused code. */
            code: string;

            /** DocumentRefused documentHash. */
            documentHash: Uint8Array;

            /** DocumentRefused untoldCount. */
            untoldCount?: (number|null);

            /**
             * Encodes the specified DocumentRefused message. Does not implicitly {@link driftbox.v1.DocumentRefused.verify|verify} messages.
             * @param message DocumentRefused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DocumentRefused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DocumentRefused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DocumentRefused & driftbox.v1.DocumentRefused.$Shape} DocumentRefused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DocumentRefused & driftbox.v1.DocumentRefused.$Shape;

            /**
             * Creates a DocumentRefused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DocumentRefused
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DocumentRefused;

            /**
             * Creates a plain object from a DocumentRefused message. Also converts values to other types if specified.
             * @param message DocumentRefused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DocumentRefused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DocumentRefused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DocumentRefused
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DocumentRefused {

            /** Properties of a DocumentRefused. */
            interface $Properties {

                /** DocumentRefused document */
                document?: (driftbox.v1.DocumentKind|null);

                /** DocumentRefused version */
                version?: (number|null);

                /** DocumentRefused code */
                code?: (string|null);

                /** DocumentRefused documentHash */
                documentHash?: (Uint8Array|null);

                /** DocumentRefused untoldCount */
                untoldCount?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DocumentRefused. */
            type $Shape = driftbox.v1.DocumentRefused.$Properties;
        }

        /**
         * Properties of a SettingChanged.
         * @deprecated Use driftbox.v1.SettingChanged.$Properties instead.
         */
        interface ISettingChanged extends driftbox.v1.SettingChanged.$Properties {
        }

        /** Represents a SettingChanged. */
        class SettingChanged {

            /**
             * Constructs a new SettingChanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SettingChanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SettingChanged setting. */
            setting: string;

            /** SettingChanged value. */
            value: string;

            /** SettingChanged command. */
            command: string;

            /**
             * Encodes the specified SettingChanged message. Does not implicitly {@link driftbox.v1.SettingChanged.verify|verify} messages.
             * @param message SettingChanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SettingChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SettingChanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SettingChanged & driftbox.v1.SettingChanged.$Shape} SettingChanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SettingChanged & driftbox.v1.SettingChanged.$Shape;

            /**
             * Creates a SettingChanged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SettingChanged
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SettingChanged;

            /**
             * Creates a plain object from a SettingChanged message. Also converts values to other types if specified.
             * @param message SettingChanged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SettingChanged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SettingChanged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SettingChanged
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SettingChanged {

            /** Properties of a SettingChanged. */
            interface $Properties {

                /** SettingChanged setting */
                setting?: (string|null);

                /** SettingChanged value */
                value?: (string|null);

                /** SettingChanged command */
                command?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SettingChanged. */
            type $Shape = driftbox.v1.SettingChanged.$Properties;
        }

        /**
         * Properties of a CodeRevoked.
         * @deprecated Use driftbox.v1.CodeRevoked.$Properties instead.
         */
        interface ICodeRevoked extends driftbox.v1.CodeRevoked.$Properties {
        }

        /** Represents a CodeRevoked. */
        class CodeRevoked {

            /**
             * Constructs a new CodeRevoked.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CodeRevoked.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CodeRevoked box. */
            box: string;

            /** CodeRevoked code. */
            code: string;

            /** CodeRevoked command. */
            command: string;

            /**
             * Encodes the specified CodeRevoked message. Does not implicitly {@link driftbox.v1.CodeRevoked.verify|verify} messages.
             * @param message CodeRevoked message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CodeRevoked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CodeRevoked message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CodeRevoked & driftbox.v1.CodeRevoked.$Shape} CodeRevoked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CodeRevoked & driftbox.v1.CodeRevoked.$Shape;

            /**
             * Creates a CodeRevoked message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CodeRevoked
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CodeRevoked;

            /**
             * Creates a plain object from a CodeRevoked message. Also converts values to other types if specified.
             * @param message CodeRevoked
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CodeRevoked, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CodeRevoked to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CodeRevoked
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CodeRevoked {

            /** Properties of a CodeRevoked. */
            interface $Properties {

                /** CodeRevoked box */
                box?: (string|null);

                /** CodeRevoked code */
                code?: (string|null);

                /** CodeRevoked command */
                command?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CodeRevoked. */
            type $Shape = driftbox.v1.CodeRevoked.$Properties;
        }

        /**
         * Properties of a SignedDocument.
         * @deprecated Use driftbox.v1.SignedDocument.$Properties instead.
         */
        interface ISignedDocument extends driftbox.v1.SignedDocument.$Properties {
        }

        /** Represents a SignedDocument. */
        class SignedDocument {

            /**
             * Constructs a new SignedDocument.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.SignedDocument.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedDocument payloadType. */
            payloadType: string;

            /** SignedDocument body. */
            body: Uint8Array;

            /** SignedDocument keyId. */
            keyId: Uint8Array;

            /** SignedDocument signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified SignedDocument message. Does not implicitly {@link driftbox.v1.SignedDocument.verify|verify} messages.
             * @param message SignedDocument message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.SignedDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedDocument message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.SignedDocument & driftbox.v1.SignedDocument.$Shape} SignedDocument
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.SignedDocument & driftbox.v1.SignedDocument.$Shape;

            /**
             * Creates a SignedDocument message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SignedDocument
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.SignedDocument;

            /**
             * Creates a plain object from a SignedDocument message. Also converts values to other types if specified.
             * @param message SignedDocument
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.SignedDocument, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SignedDocument to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SignedDocument
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SignedDocument {

            /** Properties of a SignedDocument. */
            interface $Properties {

                /** SignedDocument payloadType */
                payloadType?: (string|null);

                /** SignedDocument body */
                body?: (Uint8Array|null);

                /** SignedDocument keyId */
                keyId?: (Uint8Array|null);

                /** SignedDocument signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedDocument. */
            type $Shape = driftbox.v1.SignedDocument.$Properties;
        }

        /**
         * Properties of an EnrollmentRecord.
         * @deprecated Use driftbox.v1.EnrollmentRecord.$Properties instead.
         */
        interface IEnrollmentRecord extends driftbox.v1.EnrollmentRecord.$Properties {
        }

        /** Represents an EnrollmentRecord. */
        class EnrollmentRecord {

            /**
             * Constructs a new EnrollmentRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.EnrollmentRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EnrollmentRecord site. */
            site: string;

            /** EnrollmentRecord gateway. */
            gateway: string;

            /** EnrollmentRecord publicKey. */
            publicKey: Uint8Array;

            /** EnrollmentRecord serial. */
            serial: string;

            /** EnrollmentRecord createdUs. */
            createdUs: number;

            /**
             * Encodes the specified EnrollmentRecord message. Does not implicitly {@link driftbox.v1.EnrollmentRecord.verify|verify} messages.
             * @param message EnrollmentRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.EnrollmentRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EnrollmentRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.EnrollmentRecord & driftbox.v1.EnrollmentRecord.$Shape} EnrollmentRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.EnrollmentRecord & driftbox.v1.EnrollmentRecord.$Shape;

            /**
             * Creates an EnrollmentRecord message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EnrollmentRecord
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.EnrollmentRecord;

            /**
             * Creates a plain object from an EnrollmentRecord message. Also converts values to other types if specified.
             * @param message EnrollmentRecord
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.EnrollmentRecord, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EnrollmentRecord to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EnrollmentRecord
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EnrollmentRecord {

            /** Properties of an EnrollmentRecord. */
            interface $Properties {

                /** EnrollmentRecord site */
                site?: (string|null);

                /** EnrollmentRecord gateway */
                gateway?: (string|null);

                /** EnrollmentRecord publicKey */
                publicKey?: (Uint8Array|null);

                /** EnrollmentRecord serial */
                serial?: (string|null);

                /** EnrollmentRecord createdUs */
                createdUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EnrollmentRecord. */
            type $Shape = driftbox.v1.EnrollmentRecord.$Properties;
        }

        /** Standing enum. */
        enum Standing {

            /** STANDING_UNSPECIFIED value */
            STANDING_UNSPECIFIED = 0,

            /** STANDING_ACCEPTED value */
            STANDING_ACCEPTED = 1,

            /** STANDING_QUARANTINED value */
            STANDING_QUARANTINED = 2
        }

        /**
         * Properties of a Receipt.
         * @deprecated Use driftbox.v1.Receipt.$Properties instead.
         */
        interface IReceipt extends driftbox.v1.Receipt.$Properties {
        }

        /** Represents a Receipt. */
        class Receipt {

            /**
             * Constructs a new Receipt.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Receipt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Receipt gatewayId. */
            gatewayId: Uint8Array;

            /** Receipt epoch. */
            epoch: number;

            /** Receipt nextSeq. */
            nextSeq: number;

            /** Receipt headEventId. */
            headEventId: Uint8Array;

            /** Receipt standing. */
            standing: driftbox.v1.Standing;

            /** Receipt resend. */
            resend: boolean;

            /** Receipt issuedUs. */
            issuedUs: number;

            /**
             * Encodes the specified Receipt message. Does not implicitly {@link driftbox.v1.Receipt.verify|verify} messages.
             * @param message Receipt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Receipt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Receipt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Receipt & driftbox.v1.Receipt.$Shape} Receipt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Receipt & driftbox.v1.Receipt.$Shape;

            /**
             * Creates a Receipt message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Receipt
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Receipt;

            /**
             * Creates a plain object from a Receipt message. Also converts values to other types if specified.
             * @param message Receipt
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Receipt, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Receipt to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Receipt
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Receipt {

            /** Properties of a Receipt. */
            interface $Properties {

                /** Receipt gatewayId */
                gatewayId?: (Uint8Array|null);

                /** Receipt epoch */
                epoch?: (number|null);

                /** Receipt nextSeq */
                nextSeq?: (number|null);

                /** Receipt headEventId */
                headEventId?: (Uint8Array|null);

                /** Receipt standing */
                standing?: (driftbox.v1.Standing|null);

                /** Receipt resend */
                resend?: (boolean|null);

                /** Receipt issuedUs */
                issuedUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Receipt. */
            type $Shape = driftbox.v1.Receipt.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use driftbox.v1.Hello.$Properties instead.
         */
        interface IHello extends driftbox.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello gatewayId. */
            gatewayId: Uint8Array;

            /** Hello epoch. */
            epoch: number;

            /** Hello nextSeq. */
            nextSeq: number;

            /** Hello headEventId. */
            headEventId: Uint8Array;

            /** Hello oldestSeq. */
            oldestSeq: number;

            /** Hello bootId. */
            bootId: Uint8Array;

            /** Hello connection. */
            connection: number;

            /** Hello receiptedNextSeq. */
            receiptedNextSeq: number;

            /** Hello receiptedEventId. */
            receiptedEventId: Uint8Array;

            /** Hello software. */
            software: string;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link driftbox.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Hello & driftbox.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Hello & driftbox.v1.Hello.$Shape;

            /**
             * Creates a Hello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Hello
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Hello;

            /**
             * Creates a plain object from a Hello message. Also converts values to other types if specified.
             * @param message Hello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Hello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Hello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Hello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello gatewayId */
                gatewayId?: (Uint8Array|null);

                /** Hello epoch */
                epoch?: (number|null);

                /** Hello nextSeq */
                nextSeq?: (number|null);

                /** Hello headEventId */
                headEventId?: (Uint8Array|null);

                /** Hello oldestSeq */
                oldestSeq?: (number|null);

                /** Hello bootId */
                bootId?: (Uint8Array|null);

                /** Hello connection */
                connection?: (number|null);

                /** Hello receiptedNextSeq */
                receiptedNextSeq?: (number|null);

                /** Hello receiptedEventId */
                receiptedEventId?: (Uint8Array|null);

                /** Hello software */
                software?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = driftbox.v1.Hello.$Properties;
        }

        /**
         * Properties of a QuarantineLift.
         * @deprecated Use driftbox.v1.QuarantineLift.$Properties instead.
         */
        interface IQuarantineLift extends driftbox.v1.QuarantineLift.$Properties {
        }

        /** Represents a QuarantineLift. */
        class QuarantineLift {

            /**
             * Constructs a new QuarantineLift.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.QuarantineLift.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** QuarantineLift gatewayId. */
            gatewayId: Uint8Array;

            /** QuarantineLift decidedBy. */
            decidedBy: string;

            /** QuarantineLift reason. */
            reason: string;

            /** QuarantineLift decidedUs. */
            decidedUs: number;

            /**
             * Encodes the specified QuarantineLift message. Does not implicitly {@link driftbox.v1.QuarantineLift.verify|verify} messages.
             * @param message QuarantineLift message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.QuarantineLift.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a QuarantineLift message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.QuarantineLift & driftbox.v1.QuarantineLift.$Shape} QuarantineLift
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.QuarantineLift & driftbox.v1.QuarantineLift.$Shape;

            /**
             * Creates a QuarantineLift message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns QuarantineLift
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.QuarantineLift;

            /**
             * Creates a plain object from a QuarantineLift message. Also converts values to other types if specified.
             * @param message QuarantineLift
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.QuarantineLift, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this QuarantineLift to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for QuarantineLift
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace QuarantineLift {

            /** Properties of a QuarantineLift. */
            interface $Properties {

                /** QuarantineLift gatewayId */
                gatewayId?: (Uint8Array|null);

                /** QuarantineLift decidedBy */
                decidedBy?: (string|null);

                /** QuarantineLift reason */
                reason?: (string|null);

                /** QuarantineLift decidedUs */
                decidedUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a QuarantineLift. */
            type $Shape = driftbox.v1.QuarantineLift.$Properties;
        }

        /** StatusWord enum. */
        enum StatusWord {

            /** STATUS_WORD_UNSPECIFIED value */
            STATUS_WORD_UNSPECIFIED = 0,

            /** STATUS_WORD_READY value */
            STATUS_WORD_READY = 1,

            /** STATUS_WORD_SLEEPING value */
            STATUS_WORD_SLEEPING = 2,

            /** STATUS_WORD_LOST value */
            STATUS_WORD_LOST = 3
        }

        /**
         * Properties of a Status.
         * @deprecated Use driftbox.v1.Status.$Properties instead.
         */
        interface IStatus extends driftbox.v1.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Status word. */
            word: driftbox.v1.StatusWord;

            /** Status bootId. */
            bootId: Uint8Array;

            /** Status connection. */
            connection: number;

            /** Status software. */
            software: string;

            /**
             * Encodes the specified Status message. Does not implicitly {@link driftbox.v1.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Status & driftbox.v1.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Status & driftbox.v1.Status.$Shape;

            /**
             * Creates a Status message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Status
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Status;

            /**
             * Creates a plain object from a Status message. Also converts values to other types if specified.
             * @param message Status
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Status, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Status to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Status
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Status word */
                word?: (driftbox.v1.StatusWord|null);

                /** Status bootId */
                bootId?: (Uint8Array|null);

                /** Status connection */
                connection?: (number|null);

                /** Status software */
                software?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = driftbox.v1.Status.$Properties;
        }

        /**
         * Properties of a StateSnapshot.
         * @deprecated Use driftbox.v1.StateSnapshot.$Properties instead.
         */
        interface IStateSnapshot extends driftbox.v1.StateSnapshot.$Properties {
        }

        /** Represents a StateSnapshot. */
        class StateSnapshot {

            /**
             * Constructs a new StateSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.StateSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StateSnapshot gatewayId. */
            gatewayId: Uint8Array;

            /** StateSnapshot nextSeq. */
            nextSeq: number;

            /** StateSnapshot headEventId. */
            headEventId: Uint8Array;

            /** StateSnapshot wallUs. */
            wallUs: number;

            /** StateSnapshot policyVersion. */
            policyVersion: number;

            /** StateSnapshot outboxCount. */
            outboxCount: number;

            /** StateSnapshot boxes. */
            boxes: driftbox.v1.BoxState.$Properties[];

            /** StateSnapshot latitude. */
            latitude?: (number|null);

            /** StateSnapshot longitude. */
            longitude?: (number|null);

            /** StateSnapshot quality. */
            quality?: (number|null);

            /** StateSnapshot epoch. */
            epoch: number;

            /**
             * Encodes the specified StateSnapshot message. Does not implicitly {@link driftbox.v1.StateSnapshot.verify|verify} messages.
             * @param message StateSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.StateSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StateSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.StateSnapshot & driftbox.v1.StateSnapshot.$Shape} StateSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.StateSnapshot & driftbox.v1.StateSnapshot.$Shape;

            /**
             * Creates a StateSnapshot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StateSnapshot
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.StateSnapshot;

            /**
             * Creates a plain object from a StateSnapshot message. Also converts values to other types if specified.
             * @param message StateSnapshot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.StateSnapshot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StateSnapshot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for StateSnapshot
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace StateSnapshot {

            /** Properties of a StateSnapshot. */
            interface $Properties {

                /** StateSnapshot gatewayId */
                gatewayId?: (Uint8Array|null);

                /** StateSnapshot nextSeq */
                nextSeq?: (number|null);

                /** StateSnapshot headEventId */
                headEventId?: (Uint8Array|null);

                /** StateSnapshot wallUs */
                wallUs?: (number|null);

                /** StateSnapshot policyVersion */
                policyVersion?: (number|null);

                /** StateSnapshot outboxCount */
                outboxCount?: (number|null);

                /** StateSnapshot boxes */
                boxes?: (driftbox.v1.BoxState.$Properties[]|null);

                /** StateSnapshot latitude */
                latitude?: (number|null);

                /** StateSnapshot longitude */
                longitude?: (number|null);

                /** StateSnapshot quality */
                quality?: (number|null);

                /** StateSnapshot epoch */
                epoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StateSnapshot. */
            type $Shape = driftbox.v1.StateSnapshot.$Properties;
        }

        /**
         * Properties of a BoxState.
         * @deprecated Use driftbox.v1.BoxState.$Properties instead.
         */
        interface IBoxState extends driftbox.v1.BoxState.$Properties {
        }

        /** Represents a BoxState. */
        class BoxState {

            /**
             * Constructs a new BoxState.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.BoxState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxState box. */
            box: string;

            /** BoxState compartments. */
            compartments: driftbox.v1.CompartmentState.$Properties[];

            /** BoxState service. */
            service: string;

            /**
             * Encodes the specified BoxState message. Does not implicitly {@link driftbox.v1.BoxState.verify|verify} messages.
             * @param message BoxState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.BoxState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.BoxState & driftbox.v1.BoxState.$Shape} BoxState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.BoxState & driftbox.v1.BoxState.$Shape;

            /**
             * Creates a BoxState message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns BoxState
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.BoxState;

            /**
             * Creates a plain object from a BoxState message. Also converts values to other types if specified.
             * @param message BoxState
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.BoxState, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this BoxState to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for BoxState
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace BoxState {

            /** Properties of a BoxState. */
            interface $Properties {

                /** BoxState box */
                box?: (string|null);

                /** BoxState compartments */
                compartments?: (driftbox.v1.CompartmentState.$Properties[]|null);

                /** BoxState service */
                service?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoxState. */
            type $Shape = driftbox.v1.BoxState.$Properties;
        }

        /**
         * Properties of a CompartmentState.
         * @deprecated Use driftbox.v1.CompartmentState.$Properties instead.
         */
        interface ICompartmentState extends driftbox.v1.CompartmentState.$Properties {
        }

        /** Represents a CompartmentState. */
        class CompartmentState {

            /**
             * Constructs a new CompartmentState.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CompartmentState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CompartmentState compartment. */
            compartment: number;

            /** CompartmentState lock. */
            lock: string;

            /** CompartmentState door. */
            door: string;

            /** CompartmentState presence. */
            presence: string;

            /** CompartmentState isEnabled. */
            isEnabled: boolean;

            /** CompartmentState parcels. */
            parcels: string[];

            /** CompartmentState quarantined. */
            quarantined: string[];

            /** CompartmentState holds. */
            holds: number;

            /**
             * Encodes the specified CompartmentState message. Does not implicitly {@link driftbox.v1.CompartmentState.verify|verify} messages.
             * @param message CompartmentState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CompartmentState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CompartmentState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CompartmentState & driftbox.v1.CompartmentState.$Shape} CompartmentState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CompartmentState & driftbox.v1.CompartmentState.$Shape;

            /**
             * Creates a CompartmentState message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CompartmentState
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CompartmentState;

            /**
             * Creates a plain object from a CompartmentState message. Also converts values to other types if specified.
             * @param message CompartmentState
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CompartmentState, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CompartmentState to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CompartmentState
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CompartmentState {

            /** Properties of a CompartmentState. */
            interface $Properties {

                /** CompartmentState compartment */
                compartment?: (number|null);

                /** CompartmentState lock */
                lock?: (string|null);

                /** CompartmentState door */
                door?: (string|null);

                /** CompartmentState presence */
                presence?: (string|null);

                /** CompartmentState isEnabled */
                isEnabled?: (boolean|null);

                /** CompartmentState parcels */
                parcels?: (string[]|null);

                /** CompartmentState quarantined */
                quarantined?: (string[]|null);

                /** CompartmentState holds */
                holds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CompartmentState. */
            type $Shape = driftbox.v1.CompartmentState.$Properties;
        }

        /**
         * Properties of a Policy.
         * @deprecated Use driftbox.v1.Policy.$Properties instead.
         */
        interface IPolicy extends driftbox.v1.Policy.$Properties {
        }

        /** Represents a Policy. */
        class Policy {

            /**
             * Constructs a new Policy.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Policy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Policy version. */
            version: number;

            /** Policy site. */
            site: string;

            /** Policy issuedUs. */
            issuedUs: number;

            /** Policy expiresUs. */
            expiresUs: number;

            /** Policy badges. */
            badges: driftbox.v1.PolicyBadge.$Properties[];

            /** Policy roles. */
            roles: driftbox.v1.PolicyRole.$Properties[];

            /** Policy blockedBadges. */
            blockedBadges: Uint8Array[];

            /** Policy utcOffsetMin. */
            utcOffsetMin: number;

            /** Policy persons. */
            persons: driftbox.v1.PolicyPerson.$Properties[];

            /** Policy demands. */
            demands: driftbox.v1.PolicyDemand.$Properties[];

            /** Policy holidays. */
            holidays: number[];

            /** Policy blockedUs. */
            blockedUs: number;

            /** Policy grantKeys. */
            grantKeys: Uint8Array[];

            /** Policy commandKeys. */
            commandKeys: Uint8Array[];

            /** Policy suspensions. */
            suspensions: driftbox.v1.PolicySuspension.$Properties[];

            /** Policy voyages. */
            voyages: driftbox.v1.PolicyVoyage.$Properties[];

            /** Policy deposits. */
            deposits: driftbox.v1.PolicyDeposit.$Properties[];

            /** Policy helpNumber. */
            helpNumber: string;

            /** Policy blockedPersons. */
            blockedPersons: string[];

            /**
             * Encodes the specified Policy message. Does not implicitly {@link driftbox.v1.Policy.verify|verify} messages.
             * @param message Policy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Policy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Policy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Policy & driftbox.v1.Policy.$Shape} Policy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Policy & driftbox.v1.Policy.$Shape;

            /**
             * Creates a Policy message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Policy
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Policy;

            /**
             * Creates a plain object from a Policy message. Also converts values to other types if specified.
             * @param message Policy
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Policy, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Policy to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Policy
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Policy {

            /** Properties of a Policy. */
            interface $Properties {

                /** Policy version */
                version?: (number|null);

                /** Policy site */
                site?: (string|null);

                /** Policy issuedUs */
                issuedUs?: (number|null);

                /** Policy expiresUs */
                expiresUs?: (number|null);

                /** Policy badges */
                badges?: (driftbox.v1.PolicyBadge.$Properties[]|null);

                /** Policy roles */
                roles?: (driftbox.v1.PolicyRole.$Properties[]|null);

                /** Policy blockedBadges */
                blockedBadges?: (Uint8Array[]|null);

                /** Policy utcOffsetMin */
                utcOffsetMin?: (number|null);

                /** Policy persons */
                persons?: (driftbox.v1.PolicyPerson.$Properties[]|null);

                /** Policy demands */
                demands?: (driftbox.v1.PolicyDemand.$Properties[]|null);

                /** Policy holidays */
                holidays?: (number[]|null);

                /** Policy blockedUs */
                blockedUs?: (number|null);

                /** Policy grantKeys */
                grantKeys?: (Uint8Array[]|null);

                /** Policy commandKeys */
                commandKeys?: (Uint8Array[]|null);

                /** Policy suspensions */
                suspensions?: (driftbox.v1.PolicySuspension.$Properties[]|null);

                /** Policy voyages */
                voyages?: (driftbox.v1.PolicyVoyage.$Properties[]|null);

                /** Policy deposits */
                deposits?: (driftbox.v1.PolicyDeposit.$Properties[]|null);

                /** Policy helpNumber */
                helpNumber?: (string|null);

                /** Policy blockedPersons */
                blockedPersons?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Policy. */
            type $Shape = driftbox.v1.Policy.$Properties;
        }

        /**
         * Properties of a PolicyPerson.
         * @deprecated Use driftbox.v1.PolicyPerson.$Properties instead.
         */
        interface IPolicyPerson extends driftbox.v1.PolicyPerson.$Properties {
        }

        /** Represents a PolicyPerson. */
        class PolicyPerson {

            /**
             * Constructs a new PolicyPerson.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyPerson.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyPerson person. */
            person: string;

            /** PolicyPerson organization. */
            organization: string;

            /** PolicyPerson role. */
            role: string;

            /** PolicyPerson pinRef. */
            pinRef: Uint8Array;

            /** PolicyPerson duressRef. */
            duressRef: Uint8Array;

            /**
             * Encodes the specified PolicyPerson message. Does not implicitly {@link driftbox.v1.PolicyPerson.verify|verify} messages.
             * @param message PolicyPerson message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyPerson.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyPerson message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyPerson & driftbox.v1.PolicyPerson.$Shape} PolicyPerson
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyPerson & driftbox.v1.PolicyPerson.$Shape;

            /**
             * Creates a PolicyPerson message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyPerson
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyPerson;

            /**
             * Creates a plain object from a PolicyPerson message. Also converts values to other types if specified.
             * @param message PolicyPerson
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyPerson, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyPerson to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyPerson
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyPerson {

            /** Properties of a PolicyPerson. */
            interface $Properties {

                /** PolicyPerson person */
                person?: (string|null);

                /** PolicyPerson organization */
                organization?: (string|null);

                /** PolicyPerson role */
                role?: (string|null);

                /** PolicyPerson pinRef */
                pinRef?: (Uint8Array|null);

                /** PolicyPerson duressRef */
                duressRef?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyPerson. */
            type $Shape = driftbox.v1.PolicyPerson.$Properties;
        }

        /** PinRule enum. */
        enum PinRule {

            /** PIN_RULE_UNSPECIFIED value */
            PIN_RULE_UNSPECIFIED = 0,

            /** PIN_RULE_WEAK_BADGE value */
            PIN_RULE_WEAK_BADGE = 1,

            /** PIN_RULE_ALWAYS value */
            PIN_RULE_ALWAYS = 2
        }

        /**
         * Properties of a PolicyDemand.
         * @deprecated Use driftbox.v1.PolicyDemand.$Properties instead.
         */
        interface IPolicyDemand extends driftbox.v1.PolicyDemand.$Properties {
        }

        /** Represents a PolicyDemand. */
        class PolicyDemand {

            /**
             * Constructs a new PolicyDemand.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyDemand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyDemand box. */
            box: string;

            /** PolicyDemand compartments. */
            compartments: number[];

            /** PolicyDemand actions. */
            actions: driftbox.v1.Action[];

            /** PolicyDemand leastAssurance. */
            leastAssurance: driftbox.v1.Assurance;

            /** PolicyDemand pin. */
            pin: driftbox.v1.PinRule;

            /** PolicyDemand authorizers. */
            authorizers: number;

            /** PolicyDemand otherOrganization. */
            otherOrganization: boolean;

            /** PolicyDemand hosts. */
            hosts: string[];

            /** PolicyDemand passbackMin. */
            passbackMin: number;

            /**
             * Encodes the specified PolicyDemand message. Does not implicitly {@link driftbox.v1.PolicyDemand.verify|verify} messages.
             * @param message PolicyDemand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyDemand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyDemand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyDemand & driftbox.v1.PolicyDemand.$Shape} PolicyDemand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyDemand & driftbox.v1.PolicyDemand.$Shape;

            /**
             * Creates a PolicyDemand message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyDemand
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyDemand;

            /**
             * Creates a plain object from a PolicyDemand message. Also converts values to other types if specified.
             * @param message PolicyDemand
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyDemand, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyDemand to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyDemand
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyDemand {

            /** Properties of a PolicyDemand. */
            interface $Properties {

                /** PolicyDemand box */
                box?: (string|null);

                /** PolicyDemand compartments */
                compartments?: (number[]|null);

                /** PolicyDemand actions */
                actions?: (driftbox.v1.Action[]|null);

                /** PolicyDemand leastAssurance */
                leastAssurance?: (driftbox.v1.Assurance|null);

                /** PolicyDemand pin */
                pin?: (driftbox.v1.PinRule|null);

                /** PolicyDemand authorizers */
                authorizers?: (number|null);

                /** PolicyDemand otherOrganization */
                otherOrganization?: (boolean|null);

                /** PolicyDemand hosts */
                hosts?: (string[]|null);

                /** PolicyDemand passbackMin */
                passbackMin?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyDemand. */
            type $Shape = driftbox.v1.PolicyDemand.$Properties;
        }

        /**
         * Properties of a PolicyBadge.
         * @deprecated Use driftbox.v1.PolicyBadge.$Properties instead.
         */
        interface IPolicyBadge extends driftbox.v1.PolicyBadge.$Properties {
        }

        /** Represents a PolicyBadge. */
        class PolicyBadge {

            /**
             * Constructs a new PolicyBadge.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyBadge.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyBadge badgeRef. */
            badgeRef: Uint8Array;

            /** PolicyBadge person. */
            person: string;

            /** PolicyBadge role. */
            role: string;

            /** PolicyBadge organization. */
            organization: string;

            /** PolicyBadge assurance. */
            assurance: driftbox.v1.Assurance;

            /**
             * Encodes the specified PolicyBadge message. Does not implicitly {@link driftbox.v1.PolicyBadge.verify|verify} messages.
             * @param message PolicyBadge message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyBadge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyBadge message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyBadge & driftbox.v1.PolicyBadge.$Shape} PolicyBadge
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyBadge & driftbox.v1.PolicyBadge.$Shape;

            /**
             * Creates a PolicyBadge message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyBadge
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyBadge;

            /**
             * Creates a plain object from a PolicyBadge message. Also converts values to other types if specified.
             * @param message PolicyBadge
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyBadge, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyBadge to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyBadge
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyBadge {

            /** Properties of a PolicyBadge. */
            interface $Properties {

                /** PolicyBadge badgeRef */
                badgeRef?: (Uint8Array|null);

                /** PolicyBadge person */
                person?: (string|null);

                /** PolicyBadge role */
                role?: (string|null);

                /** PolicyBadge organization */
                organization?: (string|null);

                /** PolicyBadge assurance */
                assurance?: (driftbox.v1.Assurance|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyBadge. */
            type $Shape = driftbox.v1.PolicyBadge.$Properties;
        }

        /**
         * Properties of a PolicyRole.
         * @deprecated Use driftbox.v1.PolicyRole.$Properties instead.
         */
        interface IPolicyRole extends driftbox.v1.PolicyRole.$Properties {
        }

        /** Represents a PolicyRole. */
        class PolicyRole {

            /**
             * Constructs a new PolicyRole.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyRole.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyRole role. */
            role: string;

            /** PolicyRole rights. */
            rights: driftbox.v1.PolicyRight.$Properties[];

            /** PolicyRole staleAfterH. */
            staleAfterH: number;

            /** PolicyRole allowWithoutClock. */
            allowWithoutClock: boolean;

            /** PolicyRole stale. */
            stale: driftbox.v1.PolicyStale.$Properties[];

            /** PolicyRole withoutClock. */
            withoutClock: driftbox.v1.PolicyClock.$Properties[];

            /**
             * Encodes the specified PolicyRole message. Does not implicitly {@link driftbox.v1.PolicyRole.verify|verify} messages.
             * @param message PolicyRole message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyRole.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyRole message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyRole & driftbox.v1.PolicyRole.$Shape} PolicyRole
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyRole & driftbox.v1.PolicyRole.$Shape;

            /**
             * Creates a PolicyRole message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyRole
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyRole;

            /**
             * Creates a plain object from a PolicyRole message. Also converts values to other types if specified.
             * @param message PolicyRole
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyRole, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyRole to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyRole
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyRole {

            /** Properties of a PolicyRole. */
            interface $Properties {

                /** PolicyRole role */
                role?: (string|null);

                /** PolicyRole rights */
                rights?: (driftbox.v1.PolicyRight.$Properties[]|null);

                /** PolicyRole staleAfterH */
                staleAfterH?: (number|null);

                /** PolicyRole allowWithoutClock */
                allowWithoutClock?: (boolean|null);

                /** PolicyRole stale */
                stale?: (driftbox.v1.PolicyStale.$Properties[]|null);

                /** PolicyRole withoutClock */
                withoutClock?: (driftbox.v1.PolicyClock.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyRole. */
            type $Shape = driftbox.v1.PolicyRole.$Properties;
        }

        /** Leniency enum. */
        enum Leniency {

            /** LENIENCY_UNSPECIFIED value */
            LENIENCY_UNSPECIFIED = 0,

            /** LENIENCY_ALLOW value */
            LENIENCY_ALLOW = 1,

            /** LENIENCY_SECOND_PERSON value */
            LENIENCY_SECOND_PERSON = 2,

            /** LENIENCY_REFUSE value */
            LENIENCY_REFUSE = 3
        }

        /**
         * Properties of a PolicyStale.
         * @deprecated Use driftbox.v1.PolicyStale.$Properties instead.
         */
        interface IPolicyStale extends driftbox.v1.PolicyStale.$Properties {
        }

        /** Represents a PolicyStale. */
        class PolicyStale {

            /**
             * Constructs a new PolicyStale.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyStale.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyStale action. */
            action: driftbox.v1.Action;

            /** PolicyStale afterH. */
            afterH: number;

            /** PolicyStale leniency. */
            leniency: driftbox.v1.Leniency;

            /**
             * Encodes the specified PolicyStale message. Does not implicitly {@link driftbox.v1.PolicyStale.verify|verify} messages.
             * @param message PolicyStale message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyStale.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyStale message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyStale & driftbox.v1.PolicyStale.$Shape} PolicyStale
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyStale & driftbox.v1.PolicyStale.$Shape;

            /**
             * Creates a PolicyStale message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyStale
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyStale;

            /**
             * Creates a plain object from a PolicyStale message. Also converts values to other types if specified.
             * @param message PolicyStale
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyStale, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyStale to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyStale
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyStale {

            /** Properties of a PolicyStale. */
            interface $Properties {

                /** PolicyStale action */
                action?: (driftbox.v1.Action|null);

                /** PolicyStale afterH */
                afterH?: (number|null);

                /** PolicyStale leniency */
                leniency?: (driftbox.v1.Leniency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyStale. */
            type $Shape = driftbox.v1.PolicyStale.$Properties;
        }

        /**
         * Properties of a PolicyClock.
         * @deprecated Use driftbox.v1.PolicyClock.$Properties instead.
         */
        interface IPolicyClock extends driftbox.v1.PolicyClock.$Properties {
        }

        /** Represents a PolicyClock. */
        class PolicyClock {

            /**
             * Constructs a new PolicyClock.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyClock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyClock action. */
            action: driftbox.v1.Action;

            /** PolicyClock leniency. */
            leniency: driftbox.v1.Leniency;

            /**
             * Encodes the specified PolicyClock message. Does not implicitly {@link driftbox.v1.PolicyClock.verify|verify} messages.
             * @param message PolicyClock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyClock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyClock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyClock & driftbox.v1.PolicyClock.$Shape} PolicyClock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyClock & driftbox.v1.PolicyClock.$Shape;

            /**
             * Creates a PolicyClock message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyClock
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyClock;

            /**
             * Creates a plain object from a PolicyClock message. Also converts values to other types if specified.
             * @param message PolicyClock
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyClock, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyClock to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyClock
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyClock {

            /** Properties of a PolicyClock. */
            interface $Properties {

                /** PolicyClock action */
                action?: (driftbox.v1.Action|null);

                /** PolicyClock leniency */
                leniency?: (driftbox.v1.Leniency|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyClock. */
            type $Shape = driftbox.v1.PolicyClock.$Properties;
        }

        /**
         * Properties of a PolicyRight.
         * @deprecated Use driftbox.v1.PolicyRight.$Properties instead.
         */
        interface IPolicyRight extends driftbox.v1.PolicyRight.$Properties {
        }

        /** Represents a PolicyRight. */
        class PolicyRight {

            /**
             * Constructs a new PolicyRight.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyRight.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyRight box. */
            box: string;

            /** PolicyRight compartments. */
            compartments: number[];

            /** PolicyRight canDeposit. */
            canDeposit: boolean;

            /** PolicyRight canCollect. */
            canCollect: boolean;

            /** PolicyRight windows. */
            windows: driftbox.v1.PolicyWindow.$Properties[];

            /** PolicyRight canAuthorize. */
            canAuthorize: boolean;

            /** PolicyRight canMaintain. */
            canMaintain: boolean;

            /** PolicyRight canEmergency. */
            canEmergency: boolean;

            /**
             * Encodes the specified PolicyRight message. Does not implicitly {@link driftbox.v1.PolicyRight.verify|verify} messages.
             * @param message PolicyRight message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyRight.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyRight message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyRight & driftbox.v1.PolicyRight.$Shape} PolicyRight
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyRight & driftbox.v1.PolicyRight.$Shape;

            /**
             * Creates a PolicyRight message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyRight
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyRight;

            /**
             * Creates a plain object from a PolicyRight message. Also converts values to other types if specified.
             * @param message PolicyRight
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyRight, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyRight to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyRight
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyRight {

            /** Properties of a PolicyRight. */
            interface $Properties {

                /** PolicyRight box */
                box?: (string|null);

                /** PolicyRight compartments */
                compartments?: (number[]|null);

                /** PolicyRight canDeposit */
                canDeposit?: (boolean|null);

                /** PolicyRight canCollect */
                canCollect?: (boolean|null);

                /** PolicyRight windows */
                windows?: (driftbox.v1.PolicyWindow.$Properties[]|null);

                /** PolicyRight canAuthorize */
                canAuthorize?: (boolean|null);

                /** PolicyRight canMaintain */
                canMaintain?: (boolean|null);

                /** PolicyRight canEmergency */
                canEmergency?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyRight. */
            type $Shape = driftbox.v1.PolicyRight.$Properties;
        }

        /**
         * Properties of a PolicyWindow.
         * @deprecated Use driftbox.v1.PolicyWindow.$Properties instead.
         */
        interface IPolicyWindow extends driftbox.v1.PolicyWindow.$Properties {
        }

        /** Represents a PolicyWindow. */
        class PolicyWindow {

            /**
             * Constructs a new PolicyWindow.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyWindow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyWindow days. */
            days: number;

            /** PolicyWindow fromMin. */
            fromMin: number;

            /** PolicyWindow toMin. */
            toMin: number;

            /**
             * Encodes the specified PolicyWindow message. Does not implicitly {@link driftbox.v1.PolicyWindow.verify|verify} messages.
             * @param message PolicyWindow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyWindow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyWindow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyWindow & driftbox.v1.PolicyWindow.$Shape} PolicyWindow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyWindow & driftbox.v1.PolicyWindow.$Shape;

            /**
             * Creates a PolicyWindow message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyWindow
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyWindow;

            /**
             * Creates a plain object from a PolicyWindow message. Also converts values to other types if specified.
             * @param message PolicyWindow
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyWindow, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyWindow to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyWindow
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyWindow {

            /** Properties of a PolicyWindow. */
            interface $Properties {

                /** PolicyWindow days */
                days?: (number|null);

                /** PolicyWindow fromMin */
                fromMin?: (number|null);

                /** PolicyWindow toMin */
                toMin?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyWindow. */
            type $Shape = driftbox.v1.PolicyWindow.$Properties;
        }

        /**
         * Properties of a PolicySuspension.
         * @deprecated Use driftbox.v1.PolicySuspension.$Properties instead.
         */
        interface IPolicySuspension extends driftbox.v1.PolicySuspension.$Properties {
        }

        /** Represents a PolicySuspension. */
        class PolicySuspension {

            /**
             * Constructs a new PolicySuspension.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicySuspension.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicySuspension box. */
            box: string;

            /** PolicySuspension fromUs. */
            fromUs: number;

            /** PolicySuspension untilUs. */
            untilUs: number;

            /** PolicySuspension reason. */
            reason: string;

            /**
             * Encodes the specified PolicySuspension message. Does not implicitly {@link driftbox.v1.PolicySuspension.verify|verify} messages.
             * @param message PolicySuspension message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicySuspension.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicySuspension message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicySuspension & driftbox.v1.PolicySuspension.$Shape} PolicySuspension
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicySuspension & driftbox.v1.PolicySuspension.$Shape;

            /**
             * Creates a PolicySuspension message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicySuspension
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicySuspension;

            /**
             * Creates a plain object from a PolicySuspension message. Also converts values to other types if specified.
             * @param message PolicySuspension
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicySuspension, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicySuspension to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicySuspension
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicySuspension {

            /** Properties of a PolicySuspension. */
            interface $Properties {

                /** PolicySuspension box */
                box?: (string|null);

                /** PolicySuspension fromUs */
                fromUs?: (number|null);

                /** PolicySuspension untilUs */
                untilUs?: (number|null);

                /** PolicySuspension reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicySuspension. */
            type $Shape = driftbox.v1.PolicySuspension.$Properties;
        }

        /**
         * Properties of a PolicyVoyage.
         * @deprecated Use driftbox.v1.PolicyVoyage.$Properties instead.
         */
        interface IPolicyVoyage extends driftbox.v1.PolicyVoyage.$Properties {
        }

        /** Represents a PolicyVoyage. */
        class PolicyVoyage {

            /**
             * Constructs a new PolicyVoyage.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyVoyage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyVoyage voyage. */
            voyage: string;

            /** PolicyVoyage fromUs. */
            fromUs: number;

            /** PolicyVoyage untilUs. */
            untilUs: number;

            /**
             * Encodes the specified PolicyVoyage message. Does not implicitly {@link driftbox.v1.PolicyVoyage.verify|verify} messages.
             * @param message PolicyVoyage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyVoyage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyVoyage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyVoyage & driftbox.v1.PolicyVoyage.$Shape} PolicyVoyage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyVoyage & driftbox.v1.PolicyVoyage.$Shape;

            /**
             * Creates a PolicyVoyage message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyVoyage
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyVoyage;

            /**
             * Creates a plain object from a PolicyVoyage message. Also converts values to other types if specified.
             * @param message PolicyVoyage
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyVoyage, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyVoyage to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyVoyage
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyVoyage {

            /** Properties of a PolicyVoyage. */
            interface $Properties {

                /** PolicyVoyage voyage */
                voyage?: (string|null);

                /** PolicyVoyage fromUs */
                fromUs?: (number|null);

                /** PolicyVoyage untilUs */
                untilUs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyVoyage. */
            type $Shape = driftbox.v1.PolicyVoyage.$Properties;
        }

        /**
         * Properties of a PolicyDeposit.
         * @deprecated Use driftbox.v1.PolicyDeposit.$Properties instead.
         */
        interface IPolicyDeposit extends driftbox.v1.PolicyDeposit.$Properties {
        }

        /** Represents a PolicyDeposit. */
        class PolicyDeposit {

            /**
             * Constructs a new PolicyDeposit.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.PolicyDeposit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PolicyDeposit box. */
            box: string;

            /** PolicyDeposit compartments. */
            compartments: number[];

            /** PolicyDeposit needsNumber. */
            needsNumber: boolean;

            /** PolicyDeposit windows. */
            windows: driftbox.v1.PolicyWindow.$Properties[];

            /**
             * Encodes the specified PolicyDeposit message. Does not implicitly {@link driftbox.v1.PolicyDeposit.verify|verify} messages.
             * @param message PolicyDeposit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.PolicyDeposit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PolicyDeposit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.PolicyDeposit & driftbox.v1.PolicyDeposit.$Shape} PolicyDeposit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.PolicyDeposit & driftbox.v1.PolicyDeposit.$Shape;

            /**
             * Creates a PolicyDeposit message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PolicyDeposit
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.PolicyDeposit;

            /**
             * Creates a plain object from a PolicyDeposit message. Also converts values to other types if specified.
             * @param message PolicyDeposit
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.PolicyDeposit, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PolicyDeposit to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PolicyDeposit
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PolicyDeposit {

            /** Properties of a PolicyDeposit. */
            interface $Properties {

                /** PolicyDeposit box */
                box?: (string|null);

                /** PolicyDeposit compartments */
                compartments?: (number[]|null);

                /** PolicyDeposit needsNumber */
                needsNumber?: (boolean|null);

                /** PolicyDeposit windows */
                windows?: (driftbox.v1.PolicyWindow.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PolicyDeposit. */
            type $Shape = driftbox.v1.PolicyDeposit.$Properties;
        }

        /**
         * Properties of a Grant.
         * @deprecated Use driftbox.v1.Grant.$Properties instead.
         */
        interface IGrant extends driftbox.v1.Grant.$Properties {
        }

        /** Represents a Grant. */
        class Grant {

            /**
             * Constructs a new Grant.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Grant.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Grant grant. */
            grant: string;

            /** Grant site. */
            site: string;

            /** Grant issuedUs. */
            issuedUs: number;

            /** Grant person. */
            person: string;

            /** Grant role. */
            role: string;

            /** Grant isBearer. */
            isBearer: boolean;

            /** Grant box. */
            box: string;

            /** Grant compartments. */
            compartments: number[];

            /** Grant actions. */
            actions: driftbox.v1.Action[];

            /** Grant parcels. */
            parcels: string[];

            /** Grant voyages. */
            voyages: string[];

            /** Grant fromUs. */
            fromUs: number;

            /** Grant untilUs. */
            untilUs: number;

            /** Grant leastAssurance. */
            leastAssurance: driftbox.v1.Assurance;

            /** Grant authorizers. */
            authorizers: number;

            /** Grant isOnce. */
            isOnce: boolean;

            /**
             * Encodes the specified Grant message. Does not implicitly {@link driftbox.v1.Grant.verify|verify} messages.
             * @param message Grant message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Grant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Grant message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Grant & driftbox.v1.Grant.$Shape} Grant
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Grant & driftbox.v1.Grant.$Shape;

            /**
             * Creates a Grant message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Grant
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Grant;

            /**
             * Creates a plain object from a Grant message. Also converts values to other types if specified.
             * @param message Grant
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Grant, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Grant to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Grant
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Grant {

            /** Properties of a Grant. */
            interface $Properties {

                /** Grant grant */
                grant?: (string|null);

                /** Grant site */
                site?: (string|null);

                /** Grant issuedUs */
                issuedUs?: (number|null);

                /** Grant person */
                person?: (string|null);

                /** Grant role */
                role?: (string|null);

                /** Grant isBearer */
                isBearer?: (boolean|null);

                /** Grant box */
                box?: (string|null);

                /** Grant compartments */
                compartments?: (number[]|null);

                /** Grant actions */
                actions?: (driftbox.v1.Action[]|null);

                /** Grant parcels */
                parcels?: (string[]|null);

                /** Grant voyages */
                voyages?: (string[]|null);

                /** Grant fromUs */
                fromUs?: (number|null);

                /** Grant untilUs */
                untilUs?: (number|null);

                /** Grant leastAssurance */
                leastAssurance?: (driftbox.v1.Assurance|null);

                /** Grant authorizers */
                authorizers?: (number|null);

                /** Grant isOnce */
                isOnce?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Grant. */
            type $Shape = driftbox.v1.Grant.$Properties;
        }

        /**
         * Properties of a GrantSet.
         * @deprecated Use driftbox.v1.GrantSet.$Properties instead.
         */
        interface IGrantSet extends driftbox.v1.GrantSet.$Properties {
        }

        /** Represents a GrantSet. */
        class GrantSet {

            /**
             * Constructs a new GrantSet.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.GrantSet.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GrantSet version. */
            version: number;

            /** GrantSet site. */
            site: string;

            /** GrantSet issuedUs. */
            issuedUs: number;

            /** GrantSet grants. */
            grants: Uint8Array[];

            /** GrantSet revoked. */
            revoked: string[];

            /**
             * Encodes the specified GrantSet message. Does not implicitly {@link driftbox.v1.GrantSet.verify|verify} messages.
             * @param message GrantSet message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.GrantSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GrantSet message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.GrantSet & driftbox.v1.GrantSet.$Shape} GrantSet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.GrantSet & driftbox.v1.GrantSet.$Shape;

            /**
             * Creates a GrantSet message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GrantSet
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.GrantSet;

            /**
             * Creates a plain object from a GrantSet message. Also converts values to other types if specified.
             * @param message GrantSet
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.GrantSet, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GrantSet to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for GrantSet
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace GrantSet {

            /** Properties of a GrantSet. */
            interface $Properties {

                /** GrantSet version */
                version?: (number|null);

                /** GrantSet site */
                site?: (string|null);

                /** GrantSet issuedUs */
                issuedUs?: (number|null);

                /** GrantSet grants */
                grants?: (Uint8Array[]|null);

                /** GrantSet revoked */
                revoked?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GrantSet. */
            type $Shape = driftbox.v1.GrantSet.$Properties;
        }

        /** CommandWord enum. */
        enum CommandWord {

            /** COMMAND_WORD_UNSPECIFIED value */
            COMMAND_WORD_UNSPECIFIED = 0,

            /** COMMAND_WORD_OPEN value */
            COMMAND_WORD_OPEN = 1,

            /** COMMAND_WORD_DISABLE value */
            COMMAND_WORD_DISABLE = 2,

            /** COMMAND_WORD_ENABLE value */
            COMMAND_WORD_ENABLE = 3,

            /** COMMAND_WORD_COLLECT_ALL value */
            COMMAND_WORD_COLLECT_ALL = 4,

            /** COMMAND_WORD_LOCATE value */
            COMMAND_WORD_LOCATE = 5,

            /** COMMAND_WORD_CONFIGURE value */
            COMMAND_WORD_CONFIGURE = 6,

            /** COMMAND_WORD_SUSPEND value */
            COMMAND_WORD_SUSPEND = 7,

            /** COMMAND_WORD_RESUME value */
            COMMAND_WORD_RESUME = 8,

            /** COMMAND_WORD_REISSUE value */
            COMMAND_WORD_REISSUE = 9,

            /** COMMAND_WORD_RESTORE_SENSOR value */
            COMMAND_WORD_RESTORE_SENSOR = 10,

            /** COMMAND_WORD_REVOKE value */
            COMMAND_WORD_REVOKE = 11
        }

        /**
         * Properties of a Command.
         * @deprecated Use driftbox.v1.Command.$Properties instead.
         */
        interface ICommand extends driftbox.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command command. */
            command: string;

            /** Command gatewayId. */
            gatewayId: Uint8Array;

            /** Command word. */
            word: driftbox.v1.CommandWord;

            /** Command box. */
            box: string;

            /** Command compartment. */
            compartment: number;

            /** Command issuedUs. */
            issuedUs: number;

            /** Command deadlineUs. */
            deadlineUs: number;

            /** Command bootId. */
            bootId: Uint8Array;

            /** Command reason. */
            reason: string;

            /** Command givenBy. */
            givenBy: string;

            /** Command parcel. */
            parcel: string;

            /** Command issue. */
            issue: number;

            /** Command sensor. */
            sensor: string;

            /** Command settings. */
            settings: driftbox.v1.CommandSetting.$Properties[];

            /** Command code. */
            code: string;

            /**
             * Encodes the specified Command message. Does not implicitly {@link driftbox.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Command & driftbox.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Command & driftbox.v1.Command.$Shape;

            /**
             * Creates a Command message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Command
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Command;

            /**
             * Creates a plain object from a Command message. Also converts values to other types if specified.
             * @param message Command
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Command, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Command to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Command
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command command */
                command?: (string|null);

                /** Command gatewayId */
                gatewayId?: (Uint8Array|null);

                /** Command word */
                word?: (driftbox.v1.CommandWord|null);

                /** Command box */
                box?: (string|null);

                /** Command compartment */
                compartment?: (number|null);

                /** Command issuedUs */
                issuedUs?: (number|null);

                /** Command deadlineUs */
                deadlineUs?: (number|null);

                /** Command bootId */
                bootId?: (Uint8Array|null);

                /** Command reason */
                reason?: (string|null);

                /** Command givenBy */
                givenBy?: (string|null);

                /** Command parcel */
                parcel?: (string|null);

                /** Command issue */
                issue?: (number|null);

                /** Command sensor */
                sensor?: (string|null);

                /** Command settings */
                settings?: (driftbox.v1.CommandSetting.$Properties[]|null);

                /** Command code */
                code?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Command. */
            type $Shape = driftbox.v1.Command.$Properties;
        }

        /**
         * Properties of a CommandSetting.
         * @deprecated Use driftbox.v1.CommandSetting.$Properties instead.
         */
        interface ICommandSetting extends driftbox.v1.CommandSetting.$Properties {
        }

        /** Represents a CommandSetting. */
        class CommandSetting {

            /**
             * Constructs a new CommandSetting.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.CommandSetting.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandSetting key. */
            key: string;

            /** CommandSetting value. */
            value: string;

            /**
             * Encodes the specified CommandSetting message. Does not implicitly {@link driftbox.v1.CommandSetting.verify|verify} messages.
             * @param message CommandSetting message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.CommandSetting.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandSetting message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.CommandSetting & driftbox.v1.CommandSetting.$Shape} CommandSetting
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.CommandSetting & driftbox.v1.CommandSetting.$Shape;

            /**
             * Creates a CommandSetting message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CommandSetting
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.CommandSetting;

            /**
             * Creates a plain object from a CommandSetting message. Also converts values to other types if specified.
             * @param message CommandSetting
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.CommandSetting, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CommandSetting to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CommandSetting
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CommandSetting {

            /** Properties of a CommandSetting. */
            interface $Properties {

                /** CommandSetting key */
                key?: (string|null);

                /** CommandSetting value */
                value?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandSetting. */
            type $Shape = driftbox.v1.CommandSetting.$Properties;
        }

        /**
         * Properties of a Manifest.
         * @deprecated Use driftbox.v1.Manifest.$Properties instead.
         */
        interface IManifest extends driftbox.v1.Manifest.$Properties {
        }

        /** Represents a Manifest. */
        class Manifest {

            /**
             * Constructs a new Manifest.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.Manifest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Manifest manifest. */
            manifest: string;

            /** Manifest voyage. */
            voyage: string;

            /** Manifest expected. */
            expected: string[];

            /**
             * Encodes the specified Manifest message. Does not implicitly {@link driftbox.v1.Manifest.verify|verify} messages.
             * @param message Manifest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.Manifest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Manifest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.Manifest & driftbox.v1.Manifest.$Shape} Manifest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.Manifest & driftbox.v1.Manifest.$Shape;

            /**
             * Creates a Manifest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Manifest
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.Manifest;

            /**
             * Creates a plain object from a Manifest message. Also converts values to other types if specified.
             * @param message Manifest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.Manifest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Manifest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Manifest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Manifest {

            /** Properties of a Manifest. */
            interface $Properties {

                /** Manifest manifest */
                manifest?: (string|null);

                /** Manifest voyage */
                voyage?: (string|null);

                /** Manifest expected */
                expected?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Manifest. */
            type $Shape = driftbox.v1.Manifest.$Properties;
        }

        /**
         * Properties of a ManifestSet.
         * @deprecated Use driftbox.v1.ManifestSet.$Properties instead.
         */
        interface IManifestSet extends driftbox.v1.ManifestSet.$Properties {
        }

        /** Represents a ManifestSet. */
        class ManifestSet {

            /**
             * Constructs a new ManifestSet.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.ManifestSet.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManifestSet version. */
            version: number;

            /** ManifestSet site. */
            site: string;

            /** ManifestSet issuedUs. */
            issuedUs: number;

            /** ManifestSet manifests. */
            manifests: driftbox.v1.Manifest.$Properties[];

            /**
             * Encodes the specified ManifestSet message. Does not implicitly {@link driftbox.v1.ManifestSet.verify|verify} messages.
             * @param message ManifestSet message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.ManifestSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManifestSet message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.ManifestSet & driftbox.v1.ManifestSet.$Shape} ManifestSet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.ManifestSet & driftbox.v1.ManifestSet.$Shape;

            /**
             * Creates a ManifestSet message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ManifestSet
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.ManifestSet;

            /**
             * Creates a plain object from a ManifestSet message. Also converts values to other types if specified.
             * @param message ManifestSet
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.ManifestSet, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ManifestSet to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ManifestSet
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ManifestSet {

            /** Properties of a ManifestSet. */
            interface $Properties {

                /** ManifestSet version */
                version?: (number|null);

                /** ManifestSet site */
                site?: (string|null);

                /** ManifestSet issuedUs */
                issuedUs?: (number|null);

                /** ManifestSet manifests */
                manifests?: (driftbox.v1.Manifest.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ManifestSet. */
            type $Shape = driftbox.v1.ManifestSet.$Properties;
        }

        /**
         * Properties of a DocumentClaim.
         * @deprecated Use driftbox.v1.DocumentClaim.$Properties instead.
         */
        interface IDocumentClaim extends driftbox.v1.DocumentClaim.$Properties {
        }

        /** Represents a DocumentClaim. */
        class DocumentClaim {

            /**
             * Constructs a new DocumentClaim.
             * @param [properties] Properties to set
             */
            constructor(properties?: driftbox.v1.DocumentClaim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DocumentClaim version. */
            version: number;

            /**
             * Encodes the specified DocumentClaim message. Does not implicitly {@link driftbox.v1.DocumentClaim.verify|verify} messages.
             * @param message DocumentClaim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: driftbox.v1.DocumentClaim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DocumentClaim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {driftbox.v1.DocumentClaim & driftbox.v1.DocumentClaim.$Shape} DocumentClaim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): driftbox.v1.DocumentClaim & driftbox.v1.DocumentClaim.$Shape;

            /**
             * Creates a DocumentClaim message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DocumentClaim
             */
            static fromObject(object: { [k: string]: any }): driftbox.v1.DocumentClaim;

            /**
             * Creates a plain object from a DocumentClaim message. Also converts values to other types if specified.
             * @param message DocumentClaim
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: driftbox.v1.DocumentClaim, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DocumentClaim to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DocumentClaim
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DocumentClaim {

            /** Properties of a DocumentClaim. */
            interface $Properties {

                /** DocumentClaim version */
                version?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DocumentClaim. */
            type $Shape = driftbox.v1.DocumentClaim.$Properties;
        }
    }
}
